namespace Kosmopolit.Platform.Geography;

/// <summary>A part of the world after the United Nations' M49.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Within">Code of the larger part, null for a continent.</param>
public sealed record Region(string Code, string? Within, IReadOnlyDictionary<string, string> Names)
{
    public string Name(string language) => Names.In(language) ?? Code;
}

/// <summary>Money.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="Symbol">The sign, or the code where there is none.</param>
public sealed record Currency(string Code, IReadOnlyDictionary<string, string> Names, string Symbol)
{
    public string Name(string language) => Names.In(language) ?? Code;
}

/// <summary>The table of regions and currencies, as stored.</summary>
internal sealed record PlacesTable(IReadOnlyList<Region> Regions, IReadOnlyList<Currency> Currencies);
