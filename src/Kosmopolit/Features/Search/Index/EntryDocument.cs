namespace Kosmopolit.Features.Search.Index;

/// <summary>How the index names whoever an entry is of.</summary>
internal static class EntryDocument
{
    /// <summary>Changes whenever the same entry would be written differently: the index is then rebuilt.</summary>
    public const string Version = "9";

    public static string Holder(string kind, Guid? id, string key) => $"{kind}/{id?.ToString("N") ?? key}";

    /// <summary>The other way round; no page shows anything else that the index keeps.</summary>
    public static FoundHolder Parse(string holder)
    {
        var slash = holder.IndexOf('/', StringComparison.Ordinal);
        var (kind, rest) = (holder[..slash], holder[(slash + 1)..]);
        return Guid.TryParseExact(rest, "N", out var id) ? new FoundHolder(kind, id, null) : new FoundHolder(kind, null, rest);
    }
}
