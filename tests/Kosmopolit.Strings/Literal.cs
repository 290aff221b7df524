using System.Globalization;
using System.Text;

namespace Kosmopolit.Strings;

/// <summary>Reads C# string literals out of C# and Razor text.</summary>
internal static class Literal
{
    /// <summary>
    /// The literal at <paramref name="at"/>, also when it is put together from several with <c>+</c>; moves behind it.
    /// Null when something else stands there.
    /// </summary>
    public static string? Read(string text, ref int at)
    {
        var whole = ReadOne(text, ref at);
        if (whole is null)
            return null;
        while (true)
        {
            var next = Skip(text, at);
            if (next >= text.Length || text[next] != '+')
                return whole;
            next = Skip(text, next + 1);
            if (ReadOne(text, ref next) is not { } more)
                return null;
            (whole, at) = (whole + more, next);
        }
    }

    /// <summary>Behind the white space at <paramref name="at"/>.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static string? ReadOne(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("\"\"\"") || rest.StartsWith("$"))
            return null;
        if (rest.StartsWith("@\""))
            return Verbatim(text, ref at);
        return rest.StartsWith("\"") ? Regular(text, ref at) : null;
    }

    private static string? Verbatim(string text, ref int at)
    {
        var plain = new StringBuilder();
        for (var i = at + 2; i < text.Length; i++)
        {
            if (text[i] != '"')
                plain.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"')
                plain.Append(text[i++]);
            else
            {
                at = i + 1;
                return plain.ToString();
            }
        }
        return null;
    }

    private static string? Regular(string text, ref int at)
    {
        var plain = new StringBuilder();
        for (var i = at + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '"')
            {
                at = i + 1;
                return plain.ToString();
            }
            plain.Append(text[i] == '\\' ? Escaped(text, ref i) : text[i]);
        }
        return null;
    }

    private static char Escaped(string text, ref int i)
    {
        var kind = text[++i];
        if (kind == 'u')
        {
            i += 4;
            return (char)ushort.Parse(text.AsSpan(i - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        return kind switch
        {
            'n' => '\n',
            't' => '\t',
            '0' => '\0',
            _ => kind,
        };
    }
}
