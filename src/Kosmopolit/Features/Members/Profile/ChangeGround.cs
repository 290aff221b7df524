using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>Which country somebody knows, and how, when and where they came to know it.</summary>
public sealed class GroundInput : ProfileInput
{
    /// <summary>The country's name in any language, or a code.</summary>
    [Required(ErrorMessage = "Write which country you know.")]
    [PlainText(100)]
    public string? Country { get; set; }

    public Basis[]? Basis { get; set; }

    [PlainText(20)]
    public string? From { get; set; }

    [PlainText(20)]
    public string? Until { get; set; }

    [PlainText(200)]
    public string? Place { get; set; }

    [PlainText(20)]
    public string? LastContact { get; set; }

    public Audience Audience { get; set; } = Audience.MyNetwork;

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]
    public Purpose[]? Agreed { get; set; }

    public static GroundInput Of(MarketKnowledge market, string country) =>
        new()
        {
            Country = country,
            Basis = [.. market.Basis.Each()],
            From = Year(market.FromYear),
            Until = Year(market.UntilYear),
            Place = market.Place,
            LastContact = Year(market.LastContactYear),
            Audience = market.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Country"], Country ?? ""),
            (t["How do you know it?"], string.Join(t[", "], (Basis ?? []).Select(b => PersonWording.Ticked(b, t)))),
            (t["From year"], From ?? ""),
            (t["Until year"], Until ?? ""),
            (t["Town or region"], Place ?? ""),
            (t["Last contact, year"], LastContact ?? ""),
            (t["Who sees this?"], AudienceWording.Name(Audience, t)),
        ];

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Adds a country or changes how it is known.</summary>
public sealed class ChangeGround(MyProfile profile, Atlas atlas, GroundReading reading, TimeProvider clock, Texts texts)
{
    /// <returns>The market that was made or changed, or why not.</returns>
    public async Task<Outcome<MarketKnowledge>> Run(GroundInput input, Guid? market, CancellationToken ct = default)
    {
        var (ground, refusal) = reading.Read(input);
        if (ground is null)
            return refusal!;
        MarketKnowledge? row = null;
        var refused = await profile.Change(
            input,
            member => Stored(member, market),
            member =>
            {
                row = member.Markets.SingleOrDefault(k => k.Id == market);
                if (row is null)
                    member.Declare(row = new MarketKnowledge(member.Id, ground, input.Audience));
                else
                {
                    row.Learn(ground);
                    row.ShowTo(input.Audience);
                }
                return member.Markets.Count > MostMarkets
                    ? new Refusal("Forty countries is the most one person can list here.", nameof(input.Country))
                    : member.AgreeTo(input.Agreed ?? [], texts.Language.Tag, clock.GetUtcNow());
            },
            ct
        );
        return refused is null ? row! : refused;
    }

    // A new row has no stored form: whatever it was opened with is what it was.
    private GroundInput? Stored(Member member, Guid? market)
    {
        if (market is null)
            return new GroundInput();
        var row = member.Markets.SingleOrDefault(k => k.Id == market);
        return row is null ? null : GroundInput.Of(row, atlas.PlaceName(row.Country, texts.Language.Tag));
    }

    private const int MostMarkets = 40;
}
