using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>A part of a query, made ready once for all segments.</summary>
internal abstract class Part
{
    /// <summary>No entry gets more from it.</summary>
    public abstract double Most { get; }

    /// <summary>The same for one segment; null when nothing in it matches. What stands twice in a query is made ready once.</summary>
    public Piece? In(Segment segment) => segment.Known(this, static (part, its) => part.Make(its));

    protected abstract Piece? Make(Segment segment);
}

/// <param name="Bits">Null: which entries match is not worked out beforehand; a few that were found are asked for one by one.</param>
internal sealed record Segment(AtomicReaderContext Context, BitSets? Bits)
{
    private readonly Dictionary<Part, Piece?> _known = [];
    private EntryPieces? _pieces;

    public AtomicReader Reader => Context.AtomicReader;

    /// <param name="wanted">Of the whole search, the same each time.</param>
    public EntryPieces Pieces(WantedPieces wanted) => _pieces ??= new EntryPieces(Reader, wanted);

    public Piece? Known(Part part, Func<Part, Segment, Piece?> make) =>
        _known.TryGetValue(part, out var known) ? known : _known[part] = make(part, this);

    /// <summary>Those of the parts that match anything here.</summary>
    public List<Piece> Matching(IReadOnlyList<Part> parts)
    {
        var matching = new List<Piece>(parts.Count);
        foreach (var part in parts)
            if (part.In(this) is { } piece)
                matching.Add(piece);
        return matching;
    }

    /// <summary>Every entry that an iterator gives; null when there is none, or sets are not wanted.</summary>
    public ulong[]? Read(DocIdSetIterator? entries)
    {
        if (Bits is null || entries is null)
            return null;
        var entry = entries.NextDoc();
        if (entry == DocIdSetIterator.NO_MORE_DOCS)
            return null;
        var found = Bits.Empty();
        for (; entry != DocIdSetIterator.NO_MORE_DOCS; entry = entries.NextDoc())
            found[entry >> 6] |= 1UL << entry;
        return found;
    }
}

/// <summary>A part of a query in one segment.</summary>
/// <param name="bits">What matches, where that was worked out beforehand.</param>
internal abstract class Piece(ulong[]? bits, double most)
{
    public ulong[]? Bits => bits;

    /// <summary>No entry gets more from it.</summary>
    public double Most => most;

    public bool IsIn(int entry) => (bits![entry >> 6] >> entry & 1) != 0;

    /// <summary>Points of an entry, NaN when it does not match. Entries must be asked for in ascending order.</summary>
    public double Points(int entry) => bits is not null && !IsIn(entry) ? double.NaN : Weigh(entry);

    /// <summary>
    /// Takes the piece apart into those whose points are simply added up, so that each can be bounded by itself.
    /// </summary>
    /// <param name="gate">Entries for which they count; null for all that are asked about.</param>
    /// <param name="matches">Whether it is known to match whatever passes the gate.</param>
    public virtual void Spread(List<Piece> into, ulong[]? gate, bool matches, BitSets sets)
    {
        if (most > 0)
            into.Add(gate is null ? this : new Gated(this, sets.Both(bits!, gate)));
    }

    /// <summary>Entries may be asked for from the first again.</summary>
    public abstract void Restart();

    protected abstract double Weigh(int entry);

    private sealed class Gated(Piece piece, ulong[] bits) : Piece(bits, piece.Most)
    {
        public override void Restart() => piece.Restart();

        protected override double Weigh(int entry) => piece.Points(entry);
    }
}
