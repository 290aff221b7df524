using System.Text.RegularExpressions;

namespace Kosmopolit.Browser;

/// <summary>A page that every look of the product is checked on.</summary>
/// <param name="Status">The status it is meant to answer with.</param>
public sealed partial record Place(string Name, string Path, int Status = 200)
{
    /// <summary>Names of all places; the tests are listed before the product runs.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "front",
        "countries",
        "countries-found",
        "countries-none",
        "country",
        "country-unknown",
        "country-topic",
        "networks",
        "network-starting",
        "network-independent",
        "people",
        "person",
        "firms",
        "firm",
        "search",
        "search-nothing",
        "sign-in",
        "sign-in-old",
        "about",
        "about-search",
        "accessibility",
        "privacy",
        "components",
        "personas",
        "mail",
        "not-found",
    ];

    public static async Task<IReadOnlyList<Place>> All(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var person = FirstPerson().Match(await http.GetStringAsync("/people?country=IQ")).Value;
        var firm = FirstFirm().Match(await http.GetStringAsync("/firms")).Value;
        return
        [
            new("front", "/"),
            new("countries", "/countries"),
            new("countries-found", "/countries?find=irak"),
            new("countries-none", "/countries?find=atlantis"),
            new("country", "/countries/iq"),
            new("country-unknown", "/countries/mv"),
            new("country-topic", "/countries/tr/religion"),
            new("networks", "/networks"),
            new("network-starting", "/networks/ovre-norrland"),
            new("network-independent", "/networks/skane"),
            new("people", "/people"),
            new("person", person),
            new("firms", "/firms"),
            new("firm", firm),
            new("search", "/search?q=tullen%20i%20Turkiet"),
            new("search-nothing", "/search?q=tullen%20i%20Bhutan&kind=people"),
            new("sign-in", "/sign-in"),
            new("sign-in-old", "/sign-in/code?ticket=old"),
            new("about", "/about"),
            new("about-search", "/about/search"),
            new("accessibility", "/accessibility"),
            new("privacy", "/privacy"),
            new("components", "/dev/components"),
            new("personas", "/dev/personas"),
            new("mail", "/dev/mail"),
            new("not-found", "/no/such/page", 404),
        ];
    }

    public string In(string language) => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    [GeneratedRegex("/people/[a-z0-9]{6,}")]
    private static partial Regex FirstPerson();

    [GeneratedRegex("/firms/[a-z0-9]{6,}")]
    private static partial Regex FirstFirm();
}
