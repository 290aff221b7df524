using System.Globalization;
using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>Sweden as SVG, all paths in one coordinate system.</summary>
public sealed class SwedenMap
{
    private readonly Lazy<IReadOnlyDictionary<string, AreaShape>> _detail;

    internal SwedenMap(SwedenOutline outline, Func<IReadOnlyList<AreaShape>> detail)
    {
        (ViewBox, Counties, Municipalities) = (outline.ViewBox, outline.Counties, outline.Municipalities);
        _detail = new(() => detail().ToDictionary(shape => shape.Code));
    }

    public string ViewBox { get; }

    public IReadOnlyList<AreaShape> Counties { get; }

    public IReadOnlyList<AreaShape> Municipalities { get; }

    /// <summary>The municipalities again, fine enough to be seen a county or two at a time.</summary>
    public IEnumerable<AreaShape> Detail => _detail.Value.Values;

    /// <summary>The fine outline of one municipality; null for an unknown code.</summary>
    public AreaShape? DetailOf(string municipality) => _detail.Value.GetValueOrDefault(municipality);

    /// <summary>
    /// A viewBox that holds the fine outlines of these municipalities with a margin of a twentieth on every side;
    /// the whole country when none of the codes is known.
    /// </summary>
    public string ViewBoxAround(IEnumerable<string> municipalityCodes)
    {
        var boxes = municipalityCodes.Select(DetailOf).OfType<AreaShape>().Select(shape => shape.Box).OfType<Box>().ToList();
        if (boxes.Count == 0)
            return ViewBox;
        var (left, top) = (boxes.Min(box => box.X), boxes.Min(box => box.Y));
        var (width, height) = (boxes.Max(box => box.X + box.Width) - left, boxes.Max(box => box.Y + box.Height) - top);
        var margin = Math.Max(width, height) / 20;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{left - margin:0.#} {top - margin:0.#} {width + 2 * margin:0.#} {height + 2 * margin:0.#}"
        );
    }
}

/// <summary>A county or a municipality on the map.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="Box">What the path fills; null for counties.</param>
public sealed record AreaShape(string Code, [property: JsonPropertyName("d")] string Path, [property: JsonPropertyName("bbox")] Box? Box);

[JsonConverter(typeof(BoxJson))]
public sealed record Box(double X, double Y, double Width, double Height);

/// <summary>The map of Sweden, as stored.</summary>
internal sealed record SwedenOutline(string ViewBox, IReadOnlyList<AreaShape> Counties, IReadOnlyList<AreaShape> Municipalities);
