using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms.Trading;

/// <summary>A country a firm sells or sold to.</summary>
public sealed class ExportInput : ProfileInput
{
    /// <summary>The country's name in any language, or a code.</summary>
    [Required(ErrorMessage = "Write which country the firm sells to.")]
    [PlainText(100)]
    public string? Country { get; set; }

    [Required(ErrorMessage = "Write the first year.")]
    [PlainText(20)]
    public string? Since { get; set; }

    [PlainText(20)]
    public string? Until { get; set; }

    public Audience Audience { get; set; } = Audience.MyNetwork;

    public static ExportInput Of(ExportMarket market, string country) =>
        new()
        {
            Country = country,
            Since = market.SinceYear.ToString(CultureInfo.InvariantCulture),
            Until = market.UntilYear?.ToString(CultureInfo.InvariantCulture) ?? "",
            Audience = market.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Country"], Country ?? ""),
            (t["Since year"], Since ?? ""),
            (t["Until year"], Until ?? ""),
            (t["Who sees this?"], AudienceWording.Name(Audience, t)),
        ];
}

/// <summary>Adds a country to those a firm sells to, corrects one, ends it or takes it out.</summary>
public sealed class ChangeExports(MyFirm firms, TypedNames names, Atlas atlas, TimeProvider clock, Texts texts)
{
    private const int Most = 60;

    /// <param name="market">The row to correct; null for a new one.</param>
    public async Task<Refusal?> Run(ExportInput input, Guid firm, Guid? market, CancellationToken ct = default)
    {
        var (read, refusal) = Read(input);
        return read is null
            ? refusal
            : await firms.Change(firm, input, f => Stored(f, market), f => Apply(f, market, read, input.Audience), ct);
    }

    /// <summary>Takes out what never was; what has ended keeps its last year instead. What is gone already counts as done.</summary>
    public async Task<Refusal?> Remove(Guid firm, Guid market, CancellationToken ct = default)
    {
        if (await firms.Load(firm, ct) is not { } found)
            return MyFirm.Gone;
        if (found.Exports.SingleOrDefault(e => e.Id == market) is not { } row)
            return null;
        found.Withdraw(row);
        return await firms.Store(found, ct);
    }

    private static Refusal? Apply(Firm firm, Guid? id, Sale sale, Audience audience)
    {
        var others = firm.Exports.Where(e => e.Id != id && e.Country == sale.Country).ToList();
        if (others.Any(e => e.SinceYear <= (sale.Until ?? int.MaxValue) && sale.Since <= (e.UntilYear ?? int.MaxValue)))
            return new Refusal("These years stand in the list for this country already. Correct them there.", nameof(ExportInput.Country));
        if (id is null && firm.Exports.Count >= Most)
            return new Refusal("Sixty lines is the most one firm can list here.", nameof(ExportInput.Country));
        var row = firm.Exports.SingleOrDefault(e => e.Id == id);
        if (row is null)
            firm.SellTo(row = new ExportMarket(firm.Id, sale.Country, sale.Since, audience));
        row.Correct(sale.Country, sale.Since, sale.Until, audience);
        return null;
    }

    private Outcome<Sale> Read(ExportInput input)
    {
        var year = clock.GetUtcNow().Year;
        var (country, unknown) = names.Country(input.Country!, nameof(input.Country));
        if (country is null)
            return unknown!;
        if (atlas.Country(country) is null)
            return new Refusal(
                "{0} is no more. Choose the country of today.",
                nameof(input.Country),
                atlas.PlaceName(country, texts.Language.Tag)
            );
        if (country == Firm.Sweden)
            return new Refusal("Sales inside Sweden are not export.", nameof(input.Country));
        if (GroundReading.Wrong(input.Since, nameof(input.Since), year) is { } since)
            return since;
        if (GroundReading.Wrong(input.Until, nameof(input.Until), year) is { } until)
            return until;
        var sale = new Sale(country, GroundReading.Year(input.Since) ?? year, GroundReading.Year(input.Until));
        return sale.Until < sale.Since
            ? new Refusal("The last year comes before the first. Perhaps they changed places?", nameof(input.Until))
            : sale;
    }

    // A new row has no stored form: whatever it was opened with is what it was.
    private ExportInput? Stored(Firm firm, Guid? market)
    {
        if (market is null)
            return new ExportInput();
        var row = firm.Exports.SingleOrDefault(e => e.Id == market);
        return row is null ? null : ExportInput.Of(row, atlas.PlaceName(row.Country, texts.Language.Tag));
    }

    private sealed record Sale(string Country, int Since, int? Until);
}
