using System.Text.RegularExpressions;
using Kosmopolit.Platform.Pictures;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>The pictures that a text in Markdown names.</summary>
public static partial class NamedPictures
{
    public static IReadOnlyList<PictureName> In(string markdown) =>
        [.. Within().Matches(markdown).Select(PictureName.Read).DistinctBy(n => n.Id)];

    /// <summary>Whether a text shows a picture of the house without saying what it shows.</summary>
    public static bool IsUndescribed(string markdown) => Undescribed().IsMatch(markdown);

    [GeneratedRegex($"/knowledge/pictures/{PictureName.Pattern}", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"!\[\s*\]\(\s*<?/knowledge/pictures/", RegexOptions.CultureInvariant)]
    private static partial Regex Undescribed();
}
