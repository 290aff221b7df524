using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Api;

/// <summary>Why a request was not carried out, after RFC 9457, in the reader's language.</summary>
public sealed record Problem
{
    public const string MediaType = "application/problem+json";

    /// <summary>Always <c>about:blank</c>: the status says what kind of problem it is.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in a few words.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What happened and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>What is wrong at which field; left out when nothing in particular is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Mistake>? Errors { get; init; }

    /// <summary>With status 412: what is stored now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Stored { get; init; }

    /// <summary>With status 412: what was sent and not stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Sent { get; init; }
}

/// <param name="Field">Name of the field in the request, or null when it concerns the whole of it.</param>
/// <param name="Text">What is wrong, in the reader's language.</param>
public sealed record Mistake(string? Field, string Text);
