namespace Kosmopolit.Platform.Language;

/// <summary>Writes addresses inside the site so that a language chosen in the address stays chosen.</summary>
public sealed class Links(LanguageChoice choice)
{
    /// <param name="path">Path from the root, with or without a query and a fragment.</param>
    public string this[string path] => choice.FromAddress ? With(path, choice.Language) : path;

    /// <summary>The same address in a certain language.</summary>
    public static string With(string path, ReaderLanguage language)
    {
        var end = path.IndexOf('#', StringComparison.Ordinal);
        var (page, place) = end < 0 ? (path, "") : (path[..end], path[end..]);
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{LanguageChoice.Parameter}={language.Tag}{place}";
    }

    /// <summary>This language as a hidden field, for forms that travel by GET; null when the address does not carry it.</summary>
    public string? Carried => choice.FromAddress ? choice.Language.Tag : null;
}
