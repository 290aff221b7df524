using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>Readers for the tables, generated at build time: reflection would cost more than the reading.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<Country>))]
[JsonSerializable(typeof(IReadOnlyList<FormerState>))]
[JsonSerializable(typeof(IReadOnlyList<Language>))]
[JsonSerializable(typeof(IReadOnlyList<Sector>))]
[JsonSerializable(typeof(IReadOnlyList<CountryFacts>))]
[JsonSerializable(typeof(PlacesTable))]
[JsonSerializable(typeof(SwedenTable))]
[JsonSerializable(typeof(AliasTable))]
[JsonSerializable(typeof(WorldMap))]
[JsonSerializable(typeof(CountryInset))]
[JsonSerializable(typeof(SwedenOutline))]
[JsonSerializable(typeof(IReadOnlyList<AreaShape>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class GeographyJson : JsonSerializerContext;
