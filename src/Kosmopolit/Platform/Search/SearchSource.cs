using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;

namespace Kosmopolit.Platform.Search;

/// <summary>
/// What a room gives to be found. The index asks it which rows an event touched and reads those rows afresh; the
/// room alone knows who may see which field.
/// </summary>
public abstract class SearchSource
{
    /// <summary>Key of the kind, lower case, the same in every entry.</summary>
    public abstract string Kind { get; }

    /// <summary>Ids of the rows whose entries may differ after these events.</summary>
    public abstract Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct);

    /// <summary>Ids of every row of this kind.</summary>
    public abstract Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct);

    /// <summary>The entries of these rows; none for a row that is gone or hidden from everybody.</summary>
    public abstract Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Entries without rows, made from reference facts; written once with each rebuild.</summary>
    public virtual IEnumerable<SearchEntry> Fixed() => [];
}
