using System.Globalization;
using System.Text.RegularExpressions;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>How a picture is named in addresses and texts: <c>0198…-1280x853.webp</c>, and <c>.small.webp</c> for its small one.</summary>
/// <param name="IsSmall">Whether the small one is meant.</param>
public sealed partial record PictureName(Guid Id, int Width, int Height, bool IsSmall)
{
    public static string Of(Guid id, int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{id:N}-{width}x{height}.webp");

    /// <summary>Null for what is no name.</summary>
    public static PictureName? Parse(string name) => Whole().Match(name) is { Success: true } m ? Read(m) : null;

    /// <summary>All pictures that a text in Markdown names.</summary>
    public static IReadOnlyList<PictureName> In(string markdown) => [.. Within().Matches(markdown).Select(Read).DistinctBy(n => n.Id)];

    /// <summary>Whether a text shows a picture of the house without saying what it shows.</summary>
    public static bool IsUndescribed(string markdown) => Undescribed().IsMatch(markdown);

    private static PictureName Read(Match m) =>
        new(
            Guid.ParseExact(m.Groups["id"].Value, "N"),
            int.Parse(m.Groups["w"].Value, CultureInfo.InvariantCulture),
            int.Parse(m.Groups["h"].Value, CultureInfo.InvariantCulture),
            m.Groups["small"].Success
        );

    private const string One = @"(?<id>[0-9a-f]{32})-(?<w>[0-9]{1,4})x(?<h>[0-9]{1,4})(?<small>\.small)?\.webp";

    [GeneratedRegex($"^{One}$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex($"/knowledge/pictures/{One}", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"!\[\s*\]\(\s*<?/knowledge/pictures/", RegexOptions.CultureInvariant)]
    private static partial Regex Undescribed();
}
