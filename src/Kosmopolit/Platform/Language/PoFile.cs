using System.Text;

namespace Kosmopolit.Platform.Language;

/// <summary>One message of a gettext catalogue: the English source, its plural if it counts, and the translations.</summary>
public sealed record PoEntry(string Id, string? Plural, IReadOnlyList<string> Translations, int Line);

/// <summary>Reads gettext <c>.po</c> files: comments, continued strings, plurals and the usual escapes.</summary>
public static class PoFile
{
    /// <exception cref="FormatException">The text is not a catalogue; the message names the line.</exception>
    public static IReadOnlyList<PoEntry> Parse(string text)
    {
        var entries = new List<PoEntry>();
        var draft = new Draft();
        StringBuilder? open = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '"')
            {
                (open ?? throw Broken(number)).Append(Unquote(line, number));
                continue;
            }
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
                throw Broken(number);
            if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                draft.CloseInto(entries);
                draft = new Draft { Line = number };
            }
            open = draft.Open(line[..space], number);
            open.Append(Unquote(line[(space + 1)..].Trim(), number));
        }
        draft.CloseInto(entries);
        return entries;
    }

    private static string Unquote(string quoted, int line)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
            throw Broken(line);
        var plain = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                plain.Append(quoted[i]);
                continue;
            }
            plain.Append(
                quoted[++i] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    var other => other,
                }
            );
        }
        return plain.ToString();
    }

    private static FormatException Broken(int line) => new($"Line {line} of the catalogue cannot be read.");

    private sealed class Draft
    {
        private readonly List<StringBuilder> _translations = [];
        private StringBuilder? _id;
        private StringBuilder? _plural;

        public int Line { get; init; }

        public StringBuilder Open(string keyword, int line)
        {
            if (keyword == "msgid")
                return _id = new StringBuilder();
            if (keyword == "msgid_plural")
                return _plural = new StringBuilder();
            if (_id is null || !keyword.StartsWith("msgstr", StringComparison.Ordinal))
                throw Broken(line);
            _translations.Add(new StringBuilder());
            return _translations[^1];
        }

        public void CloseInto(List<PoEntry> entries)
        {
            // The empty id is the header.
            if (_id is { Length: > 0 })
                entries.Add(new PoEntry(_id.ToString(), _plural?.ToString(), [.. _translations.Select(t => t.ToString())], Line));
        }
    }
}
