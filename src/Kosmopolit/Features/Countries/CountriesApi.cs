using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Countries;

/// <param name="Iso2">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="People">How many people you may find who know it.</param>
public sealed record CountryListed(string Iso2, string Name, int People);

/// <param name="Percent">Share of the population that can use it.</param>
/// <param name="Status"><c>official</c>, <c>de_facto_official</c>, <c>official_regional</c>, or null.</param>
public sealed record CountryLanguage(string Language, decimal Percent, string? Status);

/// <summary>A figure of the CIA World Factbook, and the year it holds for when the source says it.</summary>
public sealed record CountryFigure(decimal Value, int? Year);

/// <summary>Facts about a country, and how many of those you may find know what of it.</summary>
/// <param name="Currencies">ISO 4217 codes.</param>
/// <param name="AsOf">The day on which the source of the figures was last changed.</param>
/// <param name="Topics">People per topic.</param>
/// <param name="Networks">People per network, by slug.</param>
/// <param name="Languages">Languages spoken there, most used first.</param>
public sealed record CountryResource(
    CountryListed Country,
    string Iso3,
    string? Capital,
    IReadOnlyList<string> Currencies,
    IReadOnlyList<string> CallingCodes,
    IReadOnlyList<CountryLanguage> Languages,
    DateOnly? AsOf,
    CountryFigure? Population,
    CountryFigure? GdpPerHead,
    int? LastContact,
    IReadOnlyDictionary<string, int> Topics,
    IReadOnlyDictionary<string, int> Networks
);

/// <summary>Countries for programs; who knows them is asked of <c>/people?country=…</c>.</summary>
public static class CountriesApi
{
    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/countries", List)
            .AllowAnonymous()
            .As("countries", "getCountries", "Every country, and how many people you may find who know it")
            .Gives<IReadOnlyList<CountryListed>>();
        api.MapGet("/countries/{iso2}", Show)
            .AllowAnonymous()
            .As("countries", "getCountry", "Facts about a country, and what is known about it here")
            .Gives<CountryResource>()
            .OrNotHere();
    }

    private static async Task<IResult> List(WhoKnows whoKnows, Atlas atlas, Texts t)
    {
        var known = await whoKnows.Everywhere();
        return Results.Ok(atlas.Countries.Select(c => new CountryListed(c.Alpha2, c.Name(t.Language.Tag), known.Of(c.Alpha2))));
    }

    private static async Task<IResult> Show(string iso2, WhoKnows whoKnows, Atlas atlas, Texts t, Answers answers)
    {
        if (atlas.Country(iso2) is not { } country)
            return answers.NotHere();
        var (known, facts) = (await whoKnows.About(country.Alpha2), atlas.Facts(country.Alpha2));
        return Results.Ok(
            new CountryResource(
                new CountryListed(country.Alpha2, country.Name(t.Language.Tag), known.People),
                country.Alpha3,
                country.CapitalName(t.Language.Tag),
                country.Currencies,
                country.CallingCodes,
                [.. country.Languages.Select(l => new CountryLanguage(l.Tag, l.Percent, l.Status))],
                facts?.AsOf,
                Of(facts?.Population),
                Of(facts?.GdpPerHead),
                known.LastContact,
                known.Topics.Where(k => k.Value > 0).ToDictionary(k => Key(k.Key), k => k.Value),
                known.Networks.ToDictionary(n => n.Network.Slug, n => n.People)
            )
        );
    }

    private static string Key(Topics topic) => topic.ToString().ToLowerInvariant();

    private static CountryFigure? Of(Figure? figure) => figure is { } f ? new(f.Value, f.Year) : null;
}
