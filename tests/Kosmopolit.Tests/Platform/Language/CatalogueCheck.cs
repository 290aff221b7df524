using System.Text.RegularExpressions;
using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>Everything that can be wrong between the texts of the source and their translations.</summary>
internal static partial class CatalogueCheck
{
    public static IEnumerable<string> Missing(IEnumerable<PoEntry> entries, IEnumerable<Message> messages)
    {
        var known = entries.Select(e => (e.Id, e.Plural)).ToHashSet();
        return messages.Where(m => !known.Contains((m.Id, m.Plural))).Select(m => $"{m.File}:{m.Line}: “{m.Id}”").Distinct();
    }

    public static IEnumerable<string> Unused(IEnumerable<PoEntry> entries, IEnumerable<Message> messages)
    {
        var said = messages.Select(m => (m.Id, m.Plural)).ToHashSet();
        return entries.Where(e => !said.Contains((e.Id, e.Plural))).Select(e => $"line {e.Line}: “{e.Id}”");
    }

    public static IEnumerable<string> Twice(IEnumerable<PoEntry> entries) =>
        entries.GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"line {g.Last().Line}: “{g.Key}”");

    public static IEnumerable<string> Empty(IEnumerable<PoEntry> entries) =>
        entries
            .Where(e => e.Translations.Count == 0 || e.Translations.Any(string.IsNullOrWhiteSpace) && e.Id.Trim().Length > 0)
            .Select(Tell);

    public static IEnumerable<string> WrongForms(IEnumerable<PoEntry> entries, ReaderLanguage language) =>
        entries
            .Where(e => e.Translations.Count != (e.Plural is null ? 1 : language.PluralForms))
            .Select(e => $"{Tell(e)} has {e.Translations.Count} forms");

    /// <summary>Places such as <c>{1}</c> that a translation lost or invented. A form for a single number may leave {0} out.</summary>
    public static IEnumerable<string> WrongPlaces(IEnumerable<PoEntry> entries, ReaderLanguage language) =>
        from entry in entries
        let wanted = Places(entry.Plural ?? entry.Id)
        from form in Enumerable.Range(0, entry.Translations.Count)
        let text = entry.Translations[form]
        where text.Length > 0
        let found = Places(text)
        let optional = entry.Plural is not null && SaysOneNumber(language, form) ? "0" : null
        where !wanted.Where(p => p != optional).All(found.Contains) || !found.All(wanted.Contains)
        select $"{Tell(entry)}: “{text}”";

    public static IEnumerable<string> WrongEdges(IEnumerable<PoEntry> entries) =>
        from entry in entries
        from text in entry.Translations
        where text.Length > 0
        where text.StartsWith(' ') != entry.Id.StartsWith(' ') || text.EndsWith(' ') != entry.Id.EndsWith(' ')
        select $"{Tell(entry)}: “{text}”";

    public static IEnumerable<string> BothPlainAndCounted(IEnumerable<Message> messages) =>
        messages
            .GroupBy(m => m.Id)
            .Where(g => g.Select(m => m.Plural).Distinct().Count() > 1)
            .Select(g => string.Join(", ", g.Select(m => $"{m.File}:{m.Line}")));

    private static string Tell(PoEntry entry) => $"line {entry.Line}: “{entry.Id}”";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    // Whether exactly one of the numbers to a thousand takes this form: it can be said as a word.
    private static bool SaysOneNumber(ReaderLanguage language, int form) =>
        Enumerable.Range(0, 1001).Count(n => language.FormOf(n) == form) == 1;

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();
}
