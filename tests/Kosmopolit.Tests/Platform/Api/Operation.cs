using System.Globalization;
using System.Text.Json;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>A verb as the description has it.</summary>
internal sealed record Operation(string Pattern, string Method, JsonElement Told)
{
    public string Name => Told.GetProperty("operationId").GetString()!;

    /// <summary>The pattern without the root of the interface.</summary>
    public string Path => Pattern["/api/v1".Length..];

    public IReadOnlyList<int> Statuses =>
        [.. Told.GetProperty("responses").EnumerateObject().Select(r => int.Parse(r.Name, CultureInfo.InvariantCulture)).Order()];

    public bool HasBody => Told.TryGetProperty("requestBody", out _);

    public bool NeedsVersion => Statuses.Contains(428);

    public bool HasVersion =>
        Response(200) is { } ok && ok.TryGetProperty("headers", out var headers) && headers.TryGetProperty("ETag", out _);

    public JsonElement? Response(int status) =>
        Told.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response) ? response : null;

    public static IEnumerable<Operation> All(JsonElement document) =>
        document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => new Operation(p.Name, m.Name.ToUpperInvariant(), m.Value)));
}
