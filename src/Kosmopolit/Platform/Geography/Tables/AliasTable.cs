using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Other words for what the tables name: Persia, Farsi, Erbil, Chinese. Each word leads to one code, or to several
/// where it covers several.
/// </summary>
internal sealed record AliasTable
{
    public Dictionary<string, Codes> Countries { get; init; } = [];

    public Dictionary<string, Codes> Languages { get; init; } = [];

    /// <summary>Codes are those of the country the city lies in.</summary>
    public Dictionary<string, Codes> Cities { get; init; } = [];

    /// <summary>Adjectives and words for people.</summary>
    public Dictionary<string, Codes> Demonyms { get; init; } = [];

    /// <summary>The words for each topic, by its key.</summary>
    public Dictionary<string, IReadOnlyList<string>> Topics { get; init; } = [];
}

[JsonConverter(typeof(CodesJson))]
internal readonly record struct Codes(IReadOnlyList<string> All);

internal sealed class CodesJson : JsonConverter<Codes>
{
    public override Codes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new([reader.GetString()!]);
        var all = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
            all.Add(reader.GetString()!);
        return new(all);
    }

    public override void Write(Utf8JsonWriter writer, Codes value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reference tables are made by data/make.");
}
