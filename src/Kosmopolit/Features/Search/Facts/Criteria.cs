using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Codes that a question asks for: one of each list that is not empty.</summary>
public sealed record Criteria
{
    /// <summary>Alpha-2 and former states, those on the same ground included.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Any of these.</summary>
    public Topics Topics { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>SNI codes asked for, each with all narrower ones.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>SCB codes of municipalities, those of the counties asked for included.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Ten digits of a firm's organisation number; nothing else is then asked for.</summary>
    public string? Number { get; init; }

    public bool IsEmpty =>
        Number is null
        && Countries.Count == 0
        && Topics == Topics.None
        && Languages.Count == 0
        && Sectors.Count == 0
        && Municipalities.Count == 0;
}
