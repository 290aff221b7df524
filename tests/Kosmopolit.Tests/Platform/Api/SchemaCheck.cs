using System.Globalization;
using System.Text.Json;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>
/// Compares a value with its schema in the description: types, places, choices; and, stricter than JSON Schema, whatever
/// the schema does not name is a mistake.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What is wrong, with where; empty when nothing is.</summary>
    public IEnumerable<string> Mistakes(JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Mistakes(Follow(reference.GetString()!), value, at);
        foreach (var any in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(any, out var choices))
                return choices.EnumerateArray().Any(c => !Mistakes(c, value, at).Any())
                    ? []
                    : [$"{at}: fits none of {any}: {Short(value)}"];
        return Wrong(schema, value, at);
    }

    public JsonElement Follow(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (at, part) => at.GetProperty(part.Replace("~1", "/", StringComparison.Ordinal)));

    private IEnumerable<string> Wrong(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => a.ToString() == value.ToString()))
            yield return $"{at}: {Short(value)} is not among the choices";
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(t, value)))
            yield return $"{at}: {value.ValueKind} is no {type}";
        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("format", out var format) && !Fits(format.GetString()!, value))
            yield return $"{at}: {Short(value)} is no {format}";
        if (
            value.ValueKind == JsonValueKind.String
            && schema.TryGetProperty("maxLength", out var most)
            && value.GetString()!.Length > most.GetInt32()
        )
            yield return $"{at}: longer than {most}";
        var inside = value.ValueKind switch
        {
            JsonValueKind.Object => InObject(schema, value, at),
            JsonValueKind.Array => InArray(schema, value, at),
            _ => [],
        };
        foreach (var mistake in inside)
            yield return mistake;
    }

    private IEnumerable<string> InObject(JsonElement schema, JsonElement value, string at)
    {
        var named = schema.TryGetProperty("properties", out var p) ? p : default;
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)))
                yield return $"{at}.{name} is missing";
        foreach (var member in value.EnumerateObject())
        {
            var inner =
                named.ValueKind == JsonValueKind.Object && named.TryGetProperty(member.Name, out var own) ? own
                : schema.TryGetProperty("additionalProperties", out var any) && any.ValueKind == JsonValueKind.Object ? any
                : (JsonElement?)null;
            // A schema that says nothing takes anything: what is stored and sent of whichever part.
            if (inner is null && named.ValueKind != JsonValueKind.Object)
                continue;
            if (inner is not { } found)
                yield return $"{at}.{member.Name} is not described";
            else
                foreach (var mistake in Mistakes(found, member.Value, $"{at}.{member.Name}"))
                    yield return mistake;
        }
    }

    private IEnumerable<string> InArray(JsonElement schema, JsonElement value, string at) =>
        schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((v, i) => Mistakes(items, v, $"{at}[{i}]"))
            : [$"{at}: a list whose items are not described"];

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => value.ValueKind == JsonValueKind.Array,
        };

    private static bool Fits(string format, JsonElement value) =>
        format switch
        {
            "uuid" => Guid.TryParse(value.GetString(), out _),
            "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => value.TryGetDateTimeOffset(out _),
            _ => true,
        };

    private static string Short(JsonElement value) => value.ToString() is { Length: > 60 } text ? text[..60] + "…" : value.ToString();
}
