using System.Globalization;
using System.Text;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Accounts whose every column is the same in every build of the world.</summary>
internal sealed class DemoAccounts(Dice dice)
{
    private static readonly string[] Spoken = ["sv", "en", "ar"];

    private readonly HashSet<string> _taken = [];

    public List<Account> All { get; } = [];

    public Account Open(string email, string language, DateTimeOffset at)
    {
        _taken.Add(email);
        var account = new Account(email, Spoken.Contains(language) ? language : "sv", at)
        {
            Id = dice.Key(at),
            SecurityStamp = dice.Key(at).ToString("N"),
            ConcurrencyStamp = dice.Key(at).ToString(),
        };
        All.Add(account);
        return account;
    }

    /// <summary>An address under a domain that RFC 2606 keeps free, in plain letters; a number tells namesakes apart.</summary>
    public string Address(string latinName)
    {
        var plain = Plain(latinName);
        for (var i = 1; ; i++)
            if (_taken.Add($"{plain}{(i == 1 ? "" : i.ToString(CultureInfo.InvariantCulture))}@example.org"))
                return $"{plain}{(i == 1 ? "" : i.ToString(CultureInfo.InvariantCulture))}@example.org";
    }

    // Letters a–z and digits, words joined by full stops.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in Unlatin(text).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '-' && plain.Length > 0 && plain[^1] != '.')
                plain.Append('.');
        return plain.ToString().Trim('.');
    }

    // Letters that do not decompose into a base letter and a mark.
    private static string Unlatin(string text) =>
        text.Replace('ı', 'i')
            .Replace('ł', 'l')
            .Replace('Ł', 'L')
            .Replace('đ', 'd')
            .Replace('Đ', 'D')
            .Replace('ø', 'o')
            .Replace('Ø', 'O')
            .Replace('ə', 'a')
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("Þ", "Th", StringComparison.Ordinal)
            .Replace("ð", "d", StringComparison.Ordinal);
}
