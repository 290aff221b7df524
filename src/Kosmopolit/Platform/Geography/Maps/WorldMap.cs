using System.Globalization;
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
/// <param name="View">By which other places are put on it.</param>
/// <param name="Islands">Where its scattered parts lie, when they are too small to see.</param>
/// <param name="Capital">Where the capital lies, as x and y; null when it is not shown.</param>
public sealed record CountryInset(
    string ViewBox,
    string Self,
    IReadOnlyList<CountryShape> Neighbours,
    MapPoint? Capital,
    MapPoint? Dot,
    IReadOnlyList<MapPoint>? Islands,
    MapView View
)
{
    /// <summary>Where a place lies on it; null when it lies outside the frame.</summary>
    public MapPoint? Place(GeoPoint place)
    {
        var point = View.Of(place);
        var frame = ViewBox.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return point.X >= frame[0] && point.Y >= frame[1] && point.X <= frame[0] + frame[2] && point.Y <= frame[1] + frame[3]
            ? point
            : null;
    }
}

/// <summary>From where an inset is seen: straight from above its middle, equal areas as equal (Lambert).</summary>
/// <param name="Latitude">Of the middle, in degrees.</param>
/// <param name="Scale">Units of the frame for a radian at the middle.</param>
/// <param name="X">Where the middle lies in the frame.</param>
[JsonConverter(typeof(MapViewJson))]
public readonly record struct MapView(double Latitude, double Longitude, double Scale, double X, double Y)
{
    internal MapPoint Of(GeoPoint place)
    {
        var (middle, north) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(place.Latitude));
        var east = double.DegreesToRadians(place.Longitude - Longitude);
        var near = Math.Sin(middle) * Math.Sin(north) + Math.Cos(middle) * Math.Cos(north) * Math.Cos(east);
        // The far end of the globe is a circle, not a point; it lies outside every frame.
        var stretch = Math.Sqrt(2 / Math.Max(1 + near, 1e-9));
        return new MapPoint(
            X + Scale * stretch * Math.Cos(north) * Math.Sin(east),
            Y - Scale * stretch * (Math.Cos(middle) * Math.Sin(north) - Math.Sin(middle) * Math.Cos(north) * Math.Cos(east))
        );
    }
}

[JsonConverter(typeof(MapPointJson))]
public readonly record struct MapPoint(double X, double Y);
