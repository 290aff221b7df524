using System.Numerics;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Index;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>What one search asks of the dictionaries of the index: each word is looked up once.</summary>
public sealed class TermBook(IndexReader reader)
{
    private readonly Dictionary<Term, TermContext> _places = [];
    private WantedPieces? _wanted;

    public int Entries => reader.NumDocs;

    /// <summary>Pieces of words that the search weighs.</summary>
    internal WantedPieces Wanted => _wanted ??= new WantedPieces(reader);

    /// <summary>How many entries hold it.</summary>
    public int Frequency(Term term) => Places(term).DocFreq;

    /// <summary>Words of texts and names that hold so many of the pieces, and which of them each holds, a bit for each.</summary>
    /// <param name="pieces">Different ones, at most 64.</param>
    internal IEnumerable<(Term Word, ulong Shared)> Like(ReadOnlySpan<ulong> pieces, int needed)
    {
        var found = new Dictionary<string, HashSet<(string Word, ulong Shared)>>();
        foreach (var leaf in reader.Leaves)
        foreach (var words in SegmentWords.Of(leaf.AtomicReader))
        {
            if (!found.TryGetValue(words.Field, out var of))
                found[words.Field] = of = [];
            words.Like(pieces, needed, of);
        }
        return found.SelectMany(f => f.Value.Select(w => (new Term(f.Key, w.Word), w.Shared)));
    }

    internal TermContext Places(Term term) =>
        _places.TryGetValue(term, out var known) ? known : _places[term] = TermContext.Build(reader.Context, term);
}
