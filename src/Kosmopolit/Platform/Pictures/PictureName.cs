using System.Globalization;
using System.Text.RegularExpressions;

namespace Kosmopolit.Platform.Pictures;

/// <summary>How a picture is named in addresses and texts: <c>0198…-1280x853.webp</c>, and <c>.small.webp</c> for its small one.</summary>
/// <param name="IsSmall">Whether the small one is meant.</param>
public sealed partial record PictureName(Guid Id, int Width, int Height, bool IsSmall)
{
    /// <summary>The pattern of a name, for whoever looks for names in a text; <see cref="Read"/> reads what it found.</summary>
    public const string Pattern = @"(?<id>[0-9a-f]{32})-(?<w>[0-9]{1,4})x(?<h>[0-9]{1,4})(?<small>\.small)?\.webp";

    public static string Of(Guid id, int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{id:N}-{width}x{height}.webp");

    /// <summary>Null for what is no name.</summary>
    public static PictureName? Parse(string name) => Whole().Match(name) is { Success: true } m ? Read(m) : null;

    public static PictureName Read(Match m) =>
        new(
            Guid.ParseExact(m.Groups["id"].Value, "N"),
            int.Parse(m.Groups["w"].Value, CultureInfo.InvariantCulture),
            int.Parse(m.Groups["h"].Value, CultureInfo.InvariantCulture),
            m.Groups["small"].Success
        );

    [GeneratedRegex($"^{Pattern}$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
