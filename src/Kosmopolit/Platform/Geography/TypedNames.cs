using System.Globalization;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Reads the name of a country or a language that somebody was asked for. A name that several share is never guessed:
/// who writes Korea is asked which one. What the house itself calls something is always understood.
/// </summary>
public sealed class TypedNames(Gazetteer gazetteer, Atlas atlas)
{
    private static readonly string[] HouseLanguages = ["sv", "en", "ar"];

    /// <returns>The code of a country or a former state, or why the text names none.</returns>
    public Outcome<string> Country(string typed, string field)
    {
        var text = PlainText.Clean(typed);
        if (atlas.FormerState(text) is { } former)
            return former.Code;
        return Only(
            text,
            [.. gazetteer.Resolve(text).Where(m => m.Kind is MatchKind.Country or MatchKind.FormerState).Select(m => m.Code)],
            atlas.PlaceName,
            PlaceNames,
            new Refusal("We do not know a country called “{0}”. Try its name in another language.", field, Short(text))
        );
    }

    /// <param name="typed">A name in any language, or a BCP 47 tag.</param>
    /// <returns>The tag of a language, or why the text names none.</returns>
    public Outcome<string> Language(string typed, string field)
    {
        var text = PlainText.Clean(typed);
        var found = gazetteer.Resolve(text).Where(m => m.Kind == MatchKind.Language).Select(m => m.Code).ToList();
        if (found.Count == 0 && text.Length is > 1 and < 12 && text.All(char.IsAscii) && atlas.Language(text) is { } language)
            return language.Tag;
        return Only(
            text,
            found,
            atlas.LanguageName,
            LanguageNames,
            new Refusal("We do not know a language of that name. Try its name in another language.", field)
        );
    }

    private static Outcome<string> Only(
        string text,
        List<string> codes,
        Func<string, string, string> name,
        Func<string, IEnumerable<string>> own,
        Refusal unknown
    )
    {
        if (codes.Count == 0)
            return unknown;
        var reader = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var folded = Folding.Fold(text);
        // What our own lists call it comes first: whoever follows the question below must get through.
        if (codes.Find(code => Folding.Fold(name(code, reader)) == folded) is { } ours)
            return ours;
        if (codes.FindAll(code => own(code).Any(o => Folding.Fold(o) == folded)) is [var one])
            return one;
        // Two languages may bear one name here; nobody could tell them apart in the question.
        var candidates = codes.Select(code => name(code, reader)).Distinct().ToList();
        return candidates.Count == 1
            ? codes[0]
            : new Refusal(
                "“{0}” can mean several: {1}. Write which one.",
                unknown.Field,
                Short(text),
                string.Join(reader == "ar" ? "، " : ", ", candidates)
            );
    }

    // Only the languages of the house: in others a country may be called what two share here (“Kongo”).
    private IEnumerable<string> PlaceNames(string code) => HouseLanguages.Select(language => atlas.PlaceName(code, language));

    private IEnumerable<string> LanguageNames(string tag) =>
        HouseLanguages.Select(language => atlas.LanguageName(tag, language)).Append(atlas.Language(tag)?.Native ?? "");

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
