using System.Collections.Concurrent;

namespace Kosmopolit.Platform.Geography;

/// <summary>Outlines; an inset is read when its country is first shown.</summary>
internal sealed class MapTables(TableFolder tables)
{
    private readonly Lazy<WorldMap> _world = new(() => tables.ReadJson("maps/world.json", GeographyJson.Default.WorldMap));

    private readonly Lazy<SwedenMap> _sweden = new(() =>
        new(
            tables.ReadJson("maps/sweden.json", GeographyJson.Default.SwedenOutline),
            () => tables.ReadJson("maps/sweden-detail.json", GeographyJson.Default.IReadOnlyListAreaShape)
        )
    );

    private readonly ConcurrentDictionary<string, CountryInset?> _insets = new();

    public WorldMap World => _world.Value;

    public SwedenMap Sweden => _sweden.Value;

    public CountryInset? Inset(Country country) =>
        _insets.GetOrAdd(
            country.Alpha2,
            code => tables.ReadJsonIfThere($"maps/inset/{code.ToLowerInvariant()}.json", GeographyJson.Default.CountryInset)
        );
}
