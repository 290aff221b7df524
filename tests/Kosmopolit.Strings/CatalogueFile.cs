using System.Text;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Strings;

/// <summary>A <c>.po</c> file as it should be for the source of today: nothing missing, nothing left over, known translations kept.</summary>
public static class CatalogueFile
{
    /// <param name="old">The file as it is; its header and translations are kept.</param>
    /// <param name="messages">What the source says, in order.</param>
    public static string Update(string old, ReaderLanguage language, IEnumerable<Message> messages)
    {
        var known = PoFile.Parse(old).ToDictionary(e => (e.Id, e.Plural), e => e.Translations);
        var po = new StringBuilder(Header(old));
        foreach (var message in messages.GroupBy(m => m.Id).Select(g => g.FirstOrDefault(m => m.Plural is not null) ?? g.First()))
        {
            var translations = known.GetValueOrDefault((message.Id, message.Plural)) ?? [];
            po.Append("\n#: ").Append(message.File).Append('\n');
            Line(po, "msgid", message.Id);
            if (message.Plural is null)
                Line(po, "msgstr", translations.Count == 1 && translations[0].Length > 0 ? translations[0] : Source(language, message.Id));
            else
                Forms(po, language, message, translations);
        }
        return po.ToString();
    }

    private static void Forms(StringBuilder po, ReaderLanguage language, Message message, IReadOnlyList<string> translations)
    {
        Line(po, "msgid_plural", message.Plural!);
        for (var form = 0; form < language.PluralForms; form++)
        {
            var known = translations.Count > form ? translations[form] : "";
            Line(po, $"msgstr[{form}]", known.Length > 0 ? known : Source(language, form == 0 ? message.Id : message.Plural!));
        }
    }

    // English needs no translator; elsewhere an empty text tells that one is wanted.
    private static string Source(ReaderLanguage language, string text) => language == ReaderLanguage.English ? text : "";

    private static string Header(string old)
    {
        var end = old.IndexOf("\n\n", StringComparison.Ordinal);
        return (end < 0 ? old.TrimEnd('\n') : old[..end]) + "\n";
    }

    private static void Line(StringBuilder po, string keyword, string text)
    {
        po.Append(keyword).Append(" \"");
        foreach (var c in text)
            po.Append(
                c switch
                {
                    '\\' => "\\\\",
                    '"' => "\\\"",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    _ => c.ToString(),
                }
            );
        po.Append("\"\n");
    }
}
