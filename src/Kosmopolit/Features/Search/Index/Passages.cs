using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Finds in a text the passage that holds most of a question. A long text may hold every word somewhere and answer nothing;
/// the one that holds them together does.
/// </summary>
internal sealed class Passages
{
    /// <summary>Words of a passage.</summary>
    private const int Length = 60;

    /// <summary>Occurrences of one word that are looked at in one text.</summary>
    private const int MostOccurrences = 64;

    private readonly Field[] _fields;

    /// <param name="words">At most 32.</param>
    public Passages(AtomicReaderContext segment, IReadOnlyList<SoughtWord> words, TermBook terms) =>
        _fields = [
            .. words
                .SelectMany((word, i) => word.Ways.Select(way => (way.Field, Word: i, word.Rarity, Way: way)))
                .GroupBy(w => w.Field)
                .Select(g => new Field([
                    .. g.Select(w => new Postings(w.Word, w.Rarity, terms.Positions(segment, w.Way))).Where(p => p.Places is not null),
                ]))
                .Where(f => f.Words.Length > 0),
        ];

    /// <summary>Documents must be asked for in ascending order.</summary>
    public float Best(int doc)
    {
        var best = 0f;
        foreach (var field in _fields)
            best = Math.Max(best, field.Best(doc));
        return best * Weights.Passage;
    }

    private sealed record Postings(int Word, float Rarity, DocsAndPositionsEnum? Places);

    private sealed record Field(Postings[] Words)
    {
        private readonly List<(int Place, int Index)> _places = [];
        private readonly int[] _within = new int[Words.Length];

        public float Best(int doc)
        {
            _places.Clear();
            for (var i = 0; i < Words.Length; i++)
                Read(Words[i].Places!, doc, i);
            _places.Sort();
            Array.Clear(_within);
            var (best, now, first) = (0f, 0f, 0);
            foreach (var (place, index) in _places)
            {
                now += Change(index, 1);
                while (_places[first].Place <= place - Length)
                    now += Change(_places[first++].Index, -1);
                best = Math.Max(best, now);
            }
            return best;
        }

        private float Change(int index, int by)
        {
            var before = Worth(index);
            _within[index] += by;
            return Worth(index) - before;
        }

        // A word said again adds less each time.
        private float Worth(int index) => Words[index].Rarity * 2.2f * _within[index] / (_within[index] + 1.2f);

        private void Read(DocsAndPositionsEnum places, int doc, int index)
        {
            var at = places.DocID < doc ? places.Advance(doc) : places.DocID;
            if (at == DocIdSetIterator.NO_MORE_DOCS || at != doc)
                return;
            for (var i = Math.Min(places.Freq, MostOccurrences); i > 0; i--)
                _places.Add((places.NextPosition(), index));
        }
    }
}
