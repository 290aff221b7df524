using System.Globalization;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.People;

/// <summary>How people and what they know are put into words.</summary>
public static class PersonWording
{
    public static readonly IReadOnlyList<Topics> AllTopics = [.. Enum.GetValues<Topics>().Where(t => t != Topics.None)];

    /// <summary>The name, or as much as the reader may know: "A member in Umeå", "A member".</summary>
    public static string Title(this PersonView person, Texts t, Atlas atlas)
    {
        if (!string.IsNullOrEmpty(person.Name))
            return person.Name;
        var place = person.Municipality is { Length: > 0 } code ? atlas.Municipality(code)?.Name(t.Language.Tag) : null;
        return place is null ? t["A member"] : t["A member in {0}", place];
    }

    public static string Name(Topics topic, Texts t) =>
        topic switch
        {
            Topics.Culture => t["business culture"],
            Topics.Politics => t["politics"],
            Topics.Language => t["language"],
            Topics.Religion => t["religion"],
            Topics.Business => t["doing business"],
            Topics.Customs => t["customs"],
            Topics.Procurement => t["public procurement"],
            Topics.Etiquette => t["etiquette"],
            Topics.Contracts => t["contracts"],
            Topics.Logistics => t["transport and logistics"],
            Topics.Payment => t["payment"],
            Topics.Agents => t["agents and distributors"],
            _ => "",
        };

    /// <summary>The topics of a row in reading order, "customs, payment".</summary>
    public static string List(Topics topics, Texts t) =>
        string.Join(t[", "], AllTopics.Where(x => topics.HasFlag(x)).Select(x => Name(x, t)));

    /// <summary>How and when the market is known: "traded there 2005–2014", "trades there · since 2015".</summary>
    public static string How(MarketView k, Texts t)
    {
        var period = Period(k.FromYear, k.UntilYear, t);
        var bases = k.Basis.Each().ToList();
        if (bases is [var only] && k is not { FromYear: not null, UntilYear: null })
            return period is null ? Once(only, k.UntilYear, t) : During(only, period, t);
        var all = string.Join(t[", "], bases.Select(b => Once(b, k.UntilYear, t)));
        return period is null ? all : $"{all} · {period}";
    }

    /// <summary>A basis as its owner ticks it: "I lived there".</summary>
    public static string Ticked(Basis basis, Texts t) =>
        basis switch
        {
            Basis.Lived => t["I lived there"],
            Basis.Worked => t["I worked there"],
            Basis.Traded => t["I did business there"],
            Basis.Studied => t["I studied there"],
            _ => t["I have family ties there"],
        };

    private static string During(Basis basis, string period, Texts t) =>
        basis switch
        {
            Basis.Lived => t["lived there {0}", period],
            Basis.Worked => t["worked there {0}", period],
            Basis.Traded => t["traded there {0}", period],
            Basis.Studied => t["studied there {0}", period],
            _ => t["family ties there, {0}", period],
        };

    private static string Once(Basis basis, int? ended, Texts t) =>
        basis switch
        {
            Basis.Lived => t["has lived there"],
            Basis.Worked => t["has worked there"],
            Basis.Traded => ended is null ? t["trades there"] : t["has traded there"],
            Basis.Studied => t["has studied there"],
            _ => t["has family ties there"],
        };

    /// <summary>Null when not told.</summary>
    public static string? Time(Availability? availability, Texts t) =>
        availability switch
        {
            Availability.Open => t["has time for questions"],
            Availability.Sometimes => t["has time now and then"],
            Availability.Away => t["has no time at present"],
            _ => null,
        };

    public static string Level(Cefr level) => level == Cefr.None ? "–" : level.ToString();

    /// <summary>What the level means, for those who do not know the scale.</summary>
    public static string Meaning(Cefr level, Texts t) =>
        level switch
        {
            Cefr.A1 => t["a few words"],
            Cefr.A2 => t["simple everyday talk"],
            Cefr.B1 => t["gets by at work"],
            Cefr.B2 => t["works in it"],
            Cefr.C1 => t["negotiates in it"],
            Cefr.C2 => t["as a first language"],
            _ => t["not told"],
        };

    // Years stand left to right in every script: the isolate keeps "2005–2014" from turning around in Arabic, the word
    // joiner keeps it on one line.
    private static string? Period(int? from, int? until, Texts t) =>
        (from, until) switch
        {
            (null, null) => null,
            (int a, null) => t["since {0}", a.ToString(CultureInfo.InvariantCulture)],
            (null, int b) => t["until {0}", b.ToString(CultureInfo.InvariantCulture)],
            (int a, int b) when a == b => $"{a}",
            (int a, int b) => $"\u2066{a}–\u2060{b}\u2069",
        };
}
