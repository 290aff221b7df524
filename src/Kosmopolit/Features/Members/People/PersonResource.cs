using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.People;

/// <summary>A text and the language it is written in.</summary>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Written(string Text, string Language)
{
    /// <summary>Null when there is none: what is hidden and what was never told look alike.</summary>
    public static Written? Of(string? text, string language) => string.IsNullOrEmpty(text) ? null : new(text, language);
}

/// <summary>A person in a list, as the reader may see them; how to reach them stands on their own address only.</summary>
/// <param name="Title">The name, or as much as the reader may know.</param>
/// <param name="Municipality">SCB code.</param>
/// <param name="Sectors">SNI 2025 codes.</param>
/// <param name="Reads">BCP 47 tags.</param>
public sealed record PersonListed(
    string Slug,
    string Title,
    string? Name,
    string? Municipality,
    Written? Offer,
    Written? LooksFor,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Reads,
    Availability? Availability,
    IReadOnlyList<MarketListed> Markets,
    IReadOnlyList<LanguageListed> Languages
)
{
    public static PersonListed Of(PersonView p, Atlas atlas, Texts t) =>
        new(
            p.Slug,
            p.Title(t, atlas),
            Told(p.Name),
            Told(p.Municipality),
            Written.Of(p.Offer, p.OfferLanguage),
            Written.Of(p.LooksFor, p.LooksForLanguage),
            Each(p.Sectors),
            Each(p.Reads),
            p.Availability is People.Availability.Unknown ? null : p.Availability,
            [.. p.Markets.Select(MarketListed.Of)],
            [.. p.Languages.Select(l => new LanguageListed(l.Language, l.Understands, l.Speaks, l.Writes))]
        );

    internal static string? Told(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string[] Each(string? codes) => (codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Everything the reader may see of one person.</summary>
/// <param name="Networks">Slugs.</param>
public sealed record PersonResource(
    PersonListed Person,
    string? Email,
    string? Phone,
    IReadOnlyList<string> Networks,
    IReadOnlyList<FirmListed> Firms
)
{
    public static PersonResource Of(PersonPage page, Atlas atlas, Texts t) =>
        new(
            PersonListed.Of(page.Person, atlas, t),
            PersonListed.Told(page.Person.ContactEmail),
            PersonListed.Told(page.Person.Phone),
            [.. page.Networks.Select(n => n.Slug)],
            [.. page.Firms.Select(f => FirmListed.Of(f, atlas, t))]
        );
}

/// <param name="Country">ISO 3166-1 alpha-2, or the code of a former state.</param>
/// <param name="Until">Last year; null when it goes on or was not told.</param>
public sealed record MarketListed(
    string Country,
    IReadOnlyList<Basis> Basis,
    int? From,
    int? Until,
    string? Place,
    IReadOnlyList<Topics> Topics,
    int? LastContact,
    Written? Note
)
{
    public static MarketListed Of(MarketView k) =>
        new(
            k.Country,
            [.. k.Basis.Each()],
            k.FromYear,
            k.UntilYear,
            PersonListed.Told(k.Place),
            [.. PersonWording.AllTopics.Where(x => k.Topics.HasFlag(x))],
            k.LastContactYear,
            Written.Of(k.Note, k.NoteLanguage)
        );
}

/// <param name="Language">BCP 47 tag.</param>
public sealed record LanguageListed(string Language, Cefr Understands, Cefr Speaks, Cefr Writes);
