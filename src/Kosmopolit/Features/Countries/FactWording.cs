using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Countries;

/// <summary>Puts the codes of country facts into words.</summary>
public static class FactWording
{
    /// <summary>"federal republic, parliamentary"; null when the source does not say.</summary>
    public static string? Government(Government? g, Texts t, Atlas atlas)
    {
        var form = g?.Form switch
        {
            "republic" => g.Federal ? t["federal republic"] : t["republic"],
            "constitutional-monarchy" => g.Federal ? t["federal constitutional monarchy"] : t["constitutional monarchy"],
            "absolute-monarchy" => t["absolute monarchy"],
            "communist-state" => t["state led by a communist party"],
            "theocratic-republic" => t["theocratic republic"],
            "theocratic" => t["theocracy"],
            "transitional" => t["government in transition"],
            "military" => t["military government"],
            "authoritarian" => t["authoritarian government"],
            "treaty" => t["governed by a treaty"],
            "disputed" => t["disputed territory"],
            "dependency" when g.Of is { } of => t["territory of {0}", atlas.PlaceName(of, t.Language.Tag)],
            "dependency" => t["dependent territory"],
            _ => (string?)null,
        };
        var system = g?.System switch
        {
            "presidential" => t["led by a president"],
            "semi-presidential" => t["president and prime minister share power"],
            "parliamentary" => t["parliamentary"],
            _ => (string?)null,
        };
        return form is null ? null
            : system is null ? form
            : $"{form}{t[", "]}{system}";
    }

    public static string? Legal(string? code, Texts t) =>
        code switch
        {
            "civil" => t["civil law"],
            "common" => t["common law"],
            "islamic" => t["Islamic law"],
            "customary" => t["customary law"],
            "canon" => t["canon law"],
            "mixed" => t["a mixture of legal traditions"],
            _ => null,
        };

    public static string Day(DayOfWeek day, Texts t) => t.Language.Culture.DateTimeFormat.GetDayName(day);

    /// <summary>"Friday–Saturday", or one day.</summary>
    public static string Weekend(IReadOnlyList<DayOfWeek> days, Texts t) =>
        days.Count == 1 || days[0] == days[^1] ? Day(days[0], t) : t["{0} and {1}", Day(days[0], t), Day(days[^1], t)];

    /// <summary>"+2 h 30 min", "the same time".</summary>
    public static string Clock(Country country, DateTimeOffset now, Texts t)
    {
        if (country.OffsetsFromSweden(now) is not { } difference)
            return t["unknown"];
        if (difference.Min == difference.Max)
            return difference.Min == TimeSpan.Zero ? t["the same time as in Sweden"] : t["{0} from Sweden", Hours(difference.Min, t)];
        return t["{0} to {1} from Sweden", Hours(difference.Min, t), Hours(difference.Max, t)];
    }

    private static string Hours(TimeSpan span, Texts t)
    {
        var sign = span < TimeSpan.Zero ? "−" : "+";
        var (hours, minutes) = ((int)Math.Abs(span.TotalHours), Math.Abs(span.Minutes));
        var text = minutes == 0 ? t["{0}{1} h", sign, hours] : t["{0}{1} h {2} min", sign, hours, minutes];
        return $"\u2068{text}\u2069";
    }

    /// <summary>A share as people write it: "36 %", "&lt;1 %", "81–90 %".</summary>
    public static string Percent(Share s, Texts t) =>
        s.Low is { } low && s.High is { } high
            ? t["{0}–{1} %", Number(low, t), Number(high, t)]
            : s.Approximation switch
            {
                "<" => t["under {0} %", Number(s.Percent, t)],
                "~" => t["about {0} %", Number(s.Percent, t)],
                _ => Percent(s.Percent, t),
            };

    public static string Percent(decimal value, Texts t) => t["{0} %", Number(value, t)];

    public static string Number(decimal value, Texts t) =>
        value.ToString(value % 1 == 0 || Math.Abs(value) >= 10 ? "N0" : "N1", t.Language.Culture);

    /// <summary>Name of a figure that can be refreshed, by its key.</summary>
    public static string Figure(string key, Texts t) =>
        key switch
        {
            "population" => t["population"],
            "gdpPerHead" => t["income per head"],
            "growth" => t["growth"],
            "inflation" => t["inflation"],
            "internet" => t["people on the Internet"],
            "literacy" => t["people who read and write"],
            _ => key,
        };
}
