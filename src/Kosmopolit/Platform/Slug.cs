using System.Text;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Platform;

/// <summary>Turns a name into the last part of an address.</summary>
public static class Slug
{
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
