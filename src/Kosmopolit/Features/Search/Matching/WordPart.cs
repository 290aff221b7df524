using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>One word in one field, weighed by BM25.</summary>
internal sealed class WordPart(Lazy<Weight> weight, TermContext places, Term term, double most) : Part
{
    public override double Most => most;

    public override Piece? In(Segment segment)
    {
        if (places.Get(segment.Context.Ord) is not { } state)
            return null;
        ulong[]? bits = null;
        if (segment.Bits is not null)
        {
            var terms = segment.Reader.GetTerms(term.Field).GetEnumerator();
            terms.SeekExact(term.Bytes, state);
            bits = segment.Read(terms.Docs(null, null, DocsFlags.NONE));
        }
        return new Found(bits, most, weight, segment.Context);
    }

    private sealed class Found(ulong[]? bits, double most, Lazy<Weight> weight, AtomicReaderContext context) : Piece(bits, most)
    {
        private Scorer? _scorer;

        public override void Restart() => _scorer = null;

        protected override double Weigh(int entry)
        {
            _scorer ??= weight.Value.GetScorer(context, null);
            var at = _scorer.DocID;
            if (at < entry)
                at = _scorer.Advance(entry);
            return at == entry ? _scorer.GetScore() : double.NaN;
        }
    }
}

/// <summary>Worth the same wherever it is found.</summary>
/// <param name="inner">What is to be found; null for everything.</param>
internal sealed class SamePart(Part? inner, double worth) : Part
{
    public override double Most => worth;

    public override Piece? In(Segment segment)
    {
        if (inner is null)
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

    public override Piece? In(Segment segment) =>
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

    public override Piece? In(Segment segment)
    {
        List<Piece> found = [.. parts.Select(p => p.In(segment)).OfType<Piece>()];
        if (found.Count < 2)
            return found.FirstOrDefault();
        var bits = segment.Bits?.Copy(found[0].Bits!);
        foreach (var other in found.Skip(1))
            segment.Bits?.Or(bits!, other.Bits!);
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
