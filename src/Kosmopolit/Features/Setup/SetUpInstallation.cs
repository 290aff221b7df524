using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Knowledge.Starter;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Setup;

/// <summary>What the first page of a new installation asks for.</summary>
public sealed class SetupInput
{
    [Display(Name = "Set-up code")]
    [Required(ErrorMessage = "Write the set-up code from the server’s log.")]
    [StringLength(40, ErrorMessage = "That is longer than a set-up code.")]
    public string? Code { get; set; }

    [Display(Name = "Your e-mail address")]
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    [Display(Name = "Name of the installation")]
    [Required(ErrorMessage = "Give the installation a name.")]
    [StringLength(120, ErrorMessage = "Please use at most 120 characters.")]
    public string? Name { get; set; }

    [Display(Name = "Name of the first network")]
    [Required(ErrorMessage = "Give the network a name.")]
    [StringLength(120, ErrorMessage = "Please use at most 120 characters.")]
    public string? Network { get; set; }

    /// <summary>SCB codes of the counties the network covers, two digits each.</summary>
    public string[]? Counties { get; set; }

    /// <summary>Address of whoever guides the start of the network; empty when the operator does.</summary>
    [Display(Name = "Who guides the start?")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Facilitator
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}

/// <summary>Makes the operator, the first network and the office of its facilitator in an empty installation, once.</summary>
public sealed class SetUpInstallation(KosmopolitDb db, SetupCode code, Atlas atlas, TimeProvider clock, Texts texts)
{
    public async Task<Outcome<Account>> Run(SetupInput input, CancellationToken ct)
    {
        if (!code.Fits(input.Code!))
            return new Refusal("That is not the set-up code of this start. It stands in the server’s log.", nameof(input.Code));
        var counties = (input.Counties ?? []).Where(c => atlas.County(c) is not null).ToHashSet();
        if (counties.Count == 0)
            return new Refusal("Choose at least one county.", nameof(input.Counties));
        var slug = Slug.Of(input.Network!);
        if (slug.Length == 0)
            return new Refusal("The name needs at least one letter or digit.", nameof(input.Network));
        var now = clock.GetUtcNow();
        var account = new Account(input.Email!.Trim(), texts.Language.Tag, now);
        db.Add(new Installation(input.Name!.Trim(), isDemo: false, now));
        db.Add(account);
        db.Add(new Mandate(account.Id, Role.Operator, null, now, "Set up the installation"));
        var network = new Network(
            slug,
            input.Network!.Trim(),
            atlas.Municipalities.Where(m => counties.Contains(m.County)).Select(m => m.Code),
            now,
            account.Id
        );
        db.Add(network);
        var guide =
            input.Facilitator is { } other && Account.Normalise(other) != account.NormalizedEmail
                ? await db.AccountOf(other, texts.Language.Tag, now, ct)
                : account;
        var guiding = new Mandate(guide.Id, Role.Facilitator, network.Id, now, "Guides the start of the first network");
        db.Add(guiding);
        db.Record(new OfficeGiven(guiding.Id, account.Id));
        db.AddRange(PlantStarter.Build(now));
        db.Record(new InstallationSetUp(texts.Language.Tag, account.Id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The installation has one row: of two people who set it up at once, one comes first.
            return new Refusal("Somebody else has just set this installation up.");
        }
        return account;
    }
}
