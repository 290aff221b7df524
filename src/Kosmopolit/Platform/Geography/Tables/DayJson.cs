using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>Days of the week by their first three English letters.</summary>
internal sealed class DayJson : JsonConverter<DayOfWeek?>
{
    public override DayOfWeek? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Day(reader.GetString());

    public override void Write(Utf8JsonWriter writer, DayOfWeek? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reference tables are made by data/make.");

    public static DayOfWeek Day(string? text) =>
        text switch
        {
            "mon" => DayOfWeek.Monday,
            "tue" => DayOfWeek.Tuesday,
            "wed" => DayOfWeek.Wednesday,
            "thu" => DayOfWeek.Thursday,
            "fri" => DayOfWeek.Friday,
            "sat" => DayOfWeek.Saturday,
            "sun" => DayOfWeek.Sunday,
            _ => throw new JsonException($"\"{text}\" is no day of the week."),
        };
}

/// <summary>A weekend is kept as its first and last day and read as all of its days.</summary>
internal sealed class WeekendJson : TupleJson<IReadOnlyList<DayOfWeek>>
{
    protected override IReadOnlyList<DayOfWeek> ReadItems(ref Utf8JsonReader reader)
    {
        var (first, last) = (DayJson.Day(Text(ref reader)), DayJson.Day(Text(ref reader)));
        var length = ((int)last - (int)first + 7) % 7 + 1;
        return [.. Enumerable.Range((int)first, length).Select(day => (DayOfWeek)(day % 7))];
    }
}
