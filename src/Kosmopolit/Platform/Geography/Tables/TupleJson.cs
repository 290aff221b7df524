using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>Reads a value that the tables keep as a short array, such as [83.5, 2024]. The tables are never written from here.</summary>
internal abstract class TupleJson<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"An array was expected for {typeof(T).Name}.");
        reader.Read();
        var value = ReadItems(ref reader);
        // Items that a later table may add are passed over.
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            reader.Read();
        }
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reference tables are made by data/make.");

    /// <summary>Starts on the first item and ends after the last one it takes.</summary>
    protected abstract T ReadItems(ref Utf8JsonReader reader);

    protected static string Text(ref Utf8JsonReader reader) => OptionalText(ref reader) ?? throw new JsonException("A text is missing.");

    protected static string? OptionalText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
            return null;
        var text = reader.GetString();
        reader.Read();
        return text;
    }

    protected static decimal Number(ref Utf8JsonReader reader)
    {
        var number = reader.GetDecimal();
        reader.Read();
        return number;
    }

    protected static int? OptionalYear(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            return null;
        var year = reader.GetInt32();
        reader.Read();
        return year;
    }
}

internal sealed class FigureJson : TupleJson<Figure>
{
    protected override Figure ReadItems(ref Utf8JsonReader reader) => new(Number(ref reader), OptionalYear(ref reader));
}

internal sealed class SpokenLanguageJson : TupleJson<SpokenLanguage>
{
    protected override SpokenLanguage ReadItems(ref Utf8JsonReader reader) =>
        new(Text(ref reader), Number(ref reader), OptionalText(ref reader));
}

internal sealed class TradePartnerJson : TupleJson<TradePartner>
{
    protected override TradePartner ReadItems(ref Utf8JsonReader reader) => new(Text(ref reader), Number(ref reader));
}

internal sealed class MapPointJson : TupleJson<MapPoint>
{
    protected override MapPoint ReadItems(ref Utf8JsonReader reader) => new((double)Number(ref reader), (double)Number(ref reader));
}

internal sealed class MapViewJson : TupleJson<MapView>
{
    protected override MapView ReadItems(ref Utf8JsonReader reader) =>
        new(
            (double)Number(ref reader),
            (double)Number(ref reader),
            (double)Number(ref reader),
            (double)Number(ref reader),
            (double)Number(ref reader)
        );
}

internal sealed class GeoPointJson : TupleJson<GeoPoint>
{
    protected override GeoPoint ReadItems(ref Utf8JsonReader reader) => new((double)Number(ref reader), (double)Number(ref reader));
}

internal sealed class BoxJson : TupleJson<Box>
{
    protected override Box ReadItems(ref Utf8JsonReader reader) =>
        new((double)Number(ref reader), (double)Number(ref reader), (double)Number(ref reader), (double)Number(ref reader));
}
