using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>The pieces of one word, each weighed by BM25 in all words of an entry: for the closer look, which asks about few entries.</summary>
internal sealed class PiecesPart(IReadOnlyList<ulong> pieces, double weight, TermBook terms) : Part
{
    private readonly int[] _numbers = [.. pieces.Select(terms.Wanted.Number)];

    public override double Most => _numbers.Sum(n => (double)terms.Wanted.Rarity(n)) * weight * (Bm25.K + 1);

    protected override Piece? Make(Segment segment) =>
        segment.Bits is null
            ? new Found(this, segment.Pieces(terms.Wanted))
            : throw new NotSupportedException("Pieces are weighed, not found.");

    private double Weigh(EntryPieces entries, int entry)
    {
        var counts = entries.In(entry);
        var length = Bm25.K * (1 - Bm25.B + Bm25.B * entries.Length / terms.Wanted.Average);
        var (sum, found) = (0.0, false);
        foreach (var number in _numbers)
            if (counts[number] is > 0 and var times)
                (sum, found) = (sum + terms.Wanted.Rarity(number) * times * (Bm25.K + 1) / (times + length), true);
        return found ? sum * weight : double.NaN;
    }

    private sealed class Found(PiecesPart part, EntryPieces entries) : Piece(null, part.Most)
    {
        public override void Restart() { }

        protected override double Weigh(int entry) => part.Weigh(entries, entry);
    }
}

/// <summary>Asks for the pieces of a word. Lucene itself cannot answer it: only <see cref="Parts"/> takes it apart.</summary>
internal sealed class PiecesQuery(IReadOnlyList<ulong> pieces) : Query
{
    public IReadOnlyList<ulong> Pieces => pieces;

    public override string ToString(string field) => $"{pieces.Count} pieces";

    public override Weight CreateWeight(IndexSearcher searcher) => throw new NotSupportedException("Pieces are weighed, not found.");
}
