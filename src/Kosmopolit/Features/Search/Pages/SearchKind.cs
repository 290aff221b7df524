namespace Kosmopolit.Features.Search;

/// <summary>Kinds as they stand in addresses: in the plural, as people speak.</summary>
public static class SearchKind
{
    private static readonly Dictionary<string, string> Plural = new()
    {
        [Kinds.Person] = "people",
        [Kinds.Firm] = "firms",
        [Kinds.Country] = "countries",
        [Kinds.Network] = "networks",
        [Kinds.Article] = "knowledge",
        [Kinds.Question] = "questions",
        [Kinds.Activity] = "activities",
    };

    /// <summary>Null for all kinds and for what is no kind.</summary>
    public static string? FromAddress(string? value) =>
        Plural
            .FirstOrDefault(p =>
                p.Value.Equals(value, StringComparison.OrdinalIgnoreCase) || p.Key.Equals(value, StringComparison.OrdinalIgnoreCase)
            )
            .Key;

    public static string? InAddress(string? kind) => kind is null ? null : Plural.GetValueOrDefault(kind);
}
