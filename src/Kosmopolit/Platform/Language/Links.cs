namespace Kosmopolit.Platform.Language;

/// <summary>Writes addresses inside the site so that a language chosen in the address stays chosen.</summary>
public sealed class Links(LanguageChoice choice)
{
    /// <param name="path">Path from the root, with or without a query, without a fragment.</param>
    public string this[string path] => choice.FromAddress ? With(path, choice.Language) : path;

    /// <summary>The same address in a certain language.</summary>
    public static string With(string path, ReaderLanguage language) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{LanguageChoice.Parameter}={language.Tag}";

    /// <summary>This language as a hidden field, for forms that travel by GET; null when the address does not carry it.</summary>
    public string? Carried => choice.FromAddress ? choice.Language.Tag : null;
}
