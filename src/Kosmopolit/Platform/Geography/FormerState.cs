namespace Kosmopolit.Platform.Geography;

/// <summary>A state that is no more, or had other borders, in which people have lived and traded.</summary>
public sealed record FormerState
{
    /// <summary>ISO 3166-3 where there is one ("YUCS"), else our own beginning with "x-".</summary>
    public required string Code { get; init; }

    /// <summary>"state", "territory", or "name" when only the name changed.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What people also call it: "DDR".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>First year, within living memory.</summary>
    public int From { get; init; }

    /// <summary>Last year.</summary>
    public int To { get; init; }

    /// <summary>Alpha-2 codes of the countries on its ground today.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    public string Name(string language) => Names.In(language) ?? Code;
}
