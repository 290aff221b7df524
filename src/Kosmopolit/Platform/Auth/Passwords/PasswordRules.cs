using System.Globalization;
using System.Text;

namespace Kosmopolit.Platform.Auth.Passwords;

/// <summary>
/// What a password must not be: short, known to everybody, or written on the envelope. No rules about capitals, digits or
/// signs, which make people choose worse ones (NIST SP 800-63B).
/// </summary>
public static class PasswordRules
{
    /// <summary>Least signs, as a reader counts them.</summary>
    public const int Shortest = 12;

    /// <summary>Most UTF-16 units; far more than anybody remembers.</summary>
    public const int Longest = 200;

    // The commonest ones of twelve signs or more are made of these, once or again, with digits at either end.
    private static readonly HashSet<string> Common =
    [
        "password",
        "passw0rd",
        "passwort",
        "losenord",
        "lösenord",
        "motdepasse",
        "contrasena",
        "qwerty",
        "qwertyuiop",
        "qwertyui",
        "qwert",
        "asdfghjkl",
        "asdfgh",
        "asdf",
        "zxcvbnm",
        "zxcvbn",
        "iloveyou",
        "welcome",
        "valkommen",
        "välkommen",
        "letmein",
        "admin",
        "administrator",
        "football",
        "fotboll",
        "baseball",
        "princess",
        "sunshine",
        "monkey",
        "dragon",
        "master",
        "superman",
        "batman",
        "trustno",
        "whatever",
        "computer",
        "internet",
        "secret",
        "hemlighet",
        "hej",
        "hejhej",
        "sommar",
        "vinter",
        "summer",
        "winter",
        "sverige",
        "sweden",
        "stockholm",
        "kosmopolit",
        "changeme",
        "default",
        "login",
        "test",
        "user",
        "abc",
        "abcd",
        "abcdef",
        "qaz",
        "wsx",
        "edc",
        "liverpool",
        "chelsea",
        "michael",
        "charlie",
        "jordan",
        "pokemon",
        "starwars",
        "google",
        "correcthorsebatterystaple",
        "كلمةالسر",
        "كلمةالمرور",
        "пароль",
        "йцукен",
        "йцукенгшщзхъ",
        "mysecretpassword",
    ];

    private static readonly string[] Rows = ["0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

    /// <summary>The form that is hashed: the same whatever keyboard and program it was typed with.</summary>
    public static string Canonical(string typed) => typed.Normalize(NormalizationForm.FormKC);

    /// <summary>Why it is refused; null when it will do.</summary>
    /// <param name="email">The address it would be used with.</param>
    public static Refusal? Refuse(string typed, string email)
    {
        var password = Canonical(typed);
        if (new StringInfo(password).LengthInTextElements < Shortest)
            return new Refusal(
                "Use at least {0} signs. Three or four words that do not belong together are easy to remember.",
                "Password",
                Shortest
            );
        var plain = new string([.. password.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        if (PartsOf(email).Any(part => plain.Contains(part, StringComparison.Ordinal)))
            return new Refusal("Your e-mail address is no secret: leave it out of the password.", "Password");
        return IsKnown(plain) ? new Refusal("Many people use this one, so it is tried first. Choose another.", "Password") : null;
    }

    // The address itself and its longer pieces.
    private static IEnumerable<string> PartsOf(string email) =>
        email
            .ToLowerInvariant()
            .Split('@', '.', '-', '_', '+')
            .Append(email.ToLowerInvariant())
            .Select(p => new string([.. p.Where(char.IsLetterOrDigit)]))
            .Where(p => p.Length >= 5 && p is not ("gmail" or "hotmail" or "yahoo" or "outlook" or "icloud" or "example"));

    private static bool IsKnown(string plain)
    {
        var words = plain.Trim([.. "0123456789"]);
        return plain.Distinct().Count() < 5
            || Rows.Any(row => row.Contains(plain, StringComparison.Ordinal) || Backwards(row).Contains(plain, StringComparison.Ordinal))
            || words.Length == 0
            || IsMadeOf(words);
    }

    // “passwordpassword”, “qwertyasdfgh”: nothing but known words, one after the other.
    private static bool IsMadeOf(string words) =>
        words.Length == 0
        || Common.Any(known =>
            words.StartsWith(known, StringComparison.Ordinal) && IsMadeOf(words[known.Length..].TrimStart([.. "0123456789"]))
        );

    private static string Backwards(string text) => new([.. text.Reverse()]);
}
