using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>The world as SVG: every country is a shape or, when too small to hit, a dot.</summary>
public sealed record WorldMap(string ViewBox, IReadOnlyList<CountryShape> Shapes, IReadOnlyList<CountryDot> Dots);

/// <param name="Alpha2">Null for ground that no code of ISO 3166 names; it is drawn but leads nowhere.</param>
/// <param name="Path">SVG path data.</param>
public sealed record CountryShape([property: JsonPropertyName("a2")] string? Alpha2, [property: JsonPropertyName("d")] string Path);

public sealed record CountryDot([property: JsonPropertyName("a2")] string Alpha2, double X, double Y);

/// <summary>A country with its surroundings as SVG.</summary>
/// <param name="Self">Path data of the country.</param>
/// <param name="Dot">Where to mark a country that is too small to see; null for others.</param>
/// <param name="Islands">Where its scattered parts lie, when they are too small to see.</param>
/// <param name="Capital">Where the capital lies, as x and y; null when it is not shown.</param>
public sealed record CountryInset(
    string ViewBox,
    string Self,
    IReadOnlyList<CountryShape> Neighbours,
    MapPoint? Capital,
    MapPoint? Dot,
    IReadOnlyList<MapPoint>? Islands
);

[JsonConverter(typeof(MapPointJson))]
public readonly record struct MapPoint(double X, double Y);
