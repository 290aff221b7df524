using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>One word in one field, weighed by BM25.</summary>
/// <param name="worth">Its rarity, and how much it counts.</param>
internal sealed class WordPart(Term term, TermContext places, float worth, double most, TermBook terms) : Part
{
    public override double Most => most;

    private Bm25 Weighing { get; } = terms.Weighing(term.Field);

    private DocsEnum? Postings(AtomicReaderContext segment, DocsEnum? used) => terms.Postings(segment, term, places, used);

    protected override Piece? Make(Segment segment)
    {
        if (segment.Bits is null)
            return places.Get(segment.Context.Ord) is null ? null : new Found(null, this, segment.Context);
        return segment.Read(terms.Holding(segment.Context, term, places)) is { } bits ? new Found(bits, this, segment.Context) : null;
    }

    private double Weigh(int times, NumericDocValues? norms, int entry) => worth * Weighing.Weigh(times, norms, entry);

    private sealed class Found(ulong[]? bits, WordPart part, AtomicReaderContext segment) : Piece(bits, part.Most)
    {
        private DocsEnum? _entries;
        private NumericDocValues? _norms;
        private bool _open;

        public override void Restart() => _open = false;

        protected override double Weigh(int entry)
        {
            if (!_open)
                Open();
            if (_entries is null)
                return double.NaN;
            var at = _entries.DocID;
            if (at < entry)
                at = _entries.Advance(entry);
            return at == entry ? part.Weigh(_entries.Freq, _norms, entry) : double.NaN;
        }

        private void Open()
        {
            _entries = part.Postings(segment, _entries);
            _norms ??= part.Weighing.Norms(segment.AtomicReader);
            _open = true;
        }
    }
}

/// <summary>Worth the same wherever it is found.</summary>
/// <param name="inner">What is to be found; null for everything.</param>
internal sealed class SamePart(Part? inner, double worth) : Part
{
    public override double Most => worth;

    protected override Piece? Make(Segment segment)
    {
        // Few are asked about, and they were found: what adds nothing need not be found again.
        if (inner is null || (segment.Bits is null && worth == 0))
            return new Found(segment.Bits?.All(), null, worth);
        return inner.In(segment) is { } found ? new Found(found.Bits, found, worth) : null;
    }

    private sealed class Found(ulong[]? bits, Piece? inner, double worth) : Piece(bits, worth)
    {
        public override void Restart() => inner?.Restart();

        protected override double Weigh(int entry) =>
            Bits is null && inner is not null && double.IsNaN(inner.Points(entry)) ? double.NaN : Most;
    }
}

/// <summary>What a filter lets through. It adds nothing, so it is not asked about single entries.</summary>
internal sealed class FilterPart(Filter filter) : Part
{
    public override double Most => 0;

    protected override Piece? Make(Segment segment) =>
        segment.Bits is null ? null
        : segment.Read(filter.GetDocIdSet(segment.Context, null)?.GetIterator()) is { } bits ? new Found(bits)
        : null;

    private sealed class Found(ulong[] bits) : Piece(bits, 0)
    {
        public override void Restart() { }

        protected override double Weigh(int entry) => 0;
    }
}

/// <summary>The best of several, and nothing of the others.</summary>
internal sealed class BestPart(IReadOnlyList<Part> parts) : Part
{
    public override double Most { get; } = parts.Select(p => p.Most).DefaultIfEmpty().Max();

    protected override Piece? Make(Segment segment)
    {
        var found = segment.Matching(parts);
        if (found.Count < 2)
            return found.FirstOrDefault();
        var bits = segment.Bits?.Copy(found[0].Bits!);
        for (var i = 1; i < found.Count; i++)
            segment.Bits?.Or(bits!, found[i].Bits!);
        return new Found(bits, found);
    }

    private sealed class Found(ulong[]? bits, List<Piece> pieces) : Piece(bits, pieces.Max(p => p.Most))
    {
        public override void Restart() => pieces.ForEach(p => p.Restart());

        protected override double Weigh(int entry)
        {
            var best = double.NaN;
            foreach (var piece in pieces)
            {
                var points = piece.Points(entry);
                if (double.IsNaN(best) || points > best)
                    best = points;
            }
            return best;
        }
    }
}
