using Microsoft.Extensions.Localization;

namespace Kosmopolit.Platform.Language;

/// <summary>
/// The interface in the reader's language. The English source is the key, so that a page can be read where it is
/// written; numbered places take the arguments in the reader's way of writing numbers and dates.
/// </summary>
public sealed class Texts(ReaderLanguage language) : IStringLocalizer
{
    private readonly Catalogue _catalogue = Catalogue.For(language);

    public ReaderLanguage Language { get; } = language;

    public string this[string text] => _catalogue.Find(text);

    public string this[string text, params object[] arguments] => string.Format(Language.Culture, _catalogue.Find(text), arguments);

    LocalizedString IStringLocalizer.this[string name] => new(name, this[name]);

    LocalizedString IStringLocalizer.this[string name, params object[] arguments] => new(name, this[name, arguments]);

    /// <summary>A counted text: <paramref name="n"/> is place {0}, further arguments follow.</summary>
    public string Count(string one, string many, long n, params object[] arguments) =>
        string.Format(Language.Culture, _catalogue.Find(one, many, n), [n, .. arguments]);

    public string Say(Refusal refusal) => this[refusal.Text, refusal.Arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        _catalogue.Entries.Select(e => new LocalizedString(e.Id, _catalogue.Find(e.Id)));
}
