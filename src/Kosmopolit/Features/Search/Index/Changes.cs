using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Reads from the event log what an index has to catch up with.</summary>
public sealed class Changes(IServiceScopeFactory scopes, IEnumerable<SearchSource> sources, Sense sense)
{
    /// <summary>Events taken together: a burst of changes to one row is read once.</summary>
    private const int Batch = 500;

    /// <summary>Whether following the log from here leads to a true index.</summary>
    public async Task<bool> Continue(IndexPlace place, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await place.Continues(scope.ServiceProvider.GetRequiredService<KosmopolitDb>(), ct);
    }

    /// <summary>The rows that the next events touched, as they are now; null when nothing happened.</summary>
    internal async Task<Changed?> After(IndexPlace place, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var happened = await db.After(place.Place, Batch, ct);
        if (happened.Count == 0)
            return null;
        var rows = new List<ChangedRows>();
        foreach (var source in sources)
            if (await source.Touched(db, happened, ct) is { Count: > 0 } ids)
                rows.Add(new ChangedRows(source.Kind, ids, await sense.With(await source.Read(db, ids, ct), ct)));
        return new Changed(place.After(happened[^1]), rows);
    }
}

/// <param name="Place">Where the log stands with these.</param>
internal sealed record Changed(IndexPlace Place, IReadOnlyList<ChangedRows> Rows);

/// <param name="Ids">All rows touched, also those that have no entries any more.</param>
internal sealed record ChangedRows(string Kind, IReadOnlyCollection<Guid> Ids, IReadOnlyList<SearchEntry> Entries);
