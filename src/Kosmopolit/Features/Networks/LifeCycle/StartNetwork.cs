using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Networks.LifeCycle;

/// <summary>A network that somebody wants to see.</summary>
public sealed class NetworkInput
{
    [Required(ErrorMessage = "Give the network a name.")]
    [PlainText(80)]
    public string? Name { get; set; }

    [PlainText(1000)]
    public string? Purpose { get; set; }

    /// <summary>SCB codes of whole counties, two digits.</summary>
    public string[]? Counties { get; set; }

    /// <summary>SCB codes of single municipalities, four digits.</summary>
    public string[]? Municipalities { get; set; }

    [Range(5, 500, ErrorMessage = "Choose a number between 5 and 500.")]
    public int Threshold { get; set; } = 20;

    /// <summary>Address of the facilitator whom a programme manager appoints.</summary>
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Facilitator
    {
        get;
        // An empty box is no address, not a wrong one.
        set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    [Required(ErrorMessage = "Say why in a sentence: it stands in the network’s history.")]
    [PlainText(500)]
    public string? Why { get; set; }
}

/// <summary>Begins to gather interest in a region, and says who guides the start.</summary>
public sealed class StartNetwork(KosmopolitDb db, Me me, Atlas atlas, TimeProvider clock, Texts texts)
{
    public async Task<Outcome<Network>> Run(NetworkInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanStartNetworks())
            return new Refusal("Facilitators and programme managers start networks.");
        var slug = Slug.Of(input.Name!);
        if (slug.Length == 0)
            return new Refusal("The name needs at least one letter or digit.", nameof(input.Name));
        var region = Region(input);
        if (region.Count == 0)
            return new Refusal("Choose at least one municipality or county.", nameof(input.Municipalities));
        var guides = me.Is(Role.Facilitator);
        if (!guides && input.Facilitator is null)
            return new Refusal("Write the address of the facilitator who guides the start.", nameof(input.Facilitator));
        var now = clock.GetUtcNow();
        var network = new Network(slug, PlainText.Clean(input.Name), region, now, account, PlainText.Clean(input.Why));
        network.Describe(PlainText.Clean(input.Purpose), texts.Language.Tag);
        if (network.AimFor(input.Threshold) is { } refusal)
            return refusal;
        db.Add(network);
        var facilitator = input.Facilitator is null ? account : (await db.AccountOf(input.Facilitator, texts.Language.Tag, now, ct)).Id;
        var guiding = new Mandate(facilitator, Role.Facilitator, network.Id, now, PlainText.Clean(input.Why));
        db.Add(guiding);
        db.Record(new OfficeGiven(guiding.Id, account));
        var taken = new Refusal("There is a network with this name. Choose another.", nameof(input.Name));
        return await db.Save(taken, ct) is { } lost ? lost : network;
    }

    private List<string> Region(NetworkInput input)
    {
        var (counties, single) = ((input.Counties ?? []).ToHashSet(), (input.Municipalities ?? []).ToHashSet());
        return [.. atlas.Municipalities.Where(m => counties.Contains(m.County) || single.Contains(m.Code)).Select(m => m.Code)];
    }
}
