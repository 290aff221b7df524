using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Platform;

/// <summary>Turns a name into the last part of an address.</summary>
public static class Slug
{
    /// <summary>Neither vowels nor letters taken for digits: a slug of these spells no word.</summary>
    public const string MeaninglessLetters = "bcdfghjkmnpqrstvwxz23456789";

    /// <summary>Ten random letters that tell nothing about whom they stand for.</summary>
    public static string Meaningless() => RandomNumberGenerator.GetString(MeaninglessLetters, 10);

    /// <summary>Lower case, accents folded, words joined by hyphens, at most 60 characters; empty when nothing is left.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Fold(name))
        {
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == 60)
                break;
        }
        return slug.ToString().TrimEnd('-');
    }
}
