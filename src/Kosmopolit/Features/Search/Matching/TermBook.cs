using Kosmopolit.Features.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>What one search asks of the dictionaries of the index. For one thread.</summary>
public sealed class TermBook(IndexReader reader)
{
    private readonly KnownPlaces _places = KnownPlaces.Of(reader);
    private readonly Dictionary<(int Segment, string Field), TermsEnum?> _open = [];
    private readonly Dictionary<string, Bm25> _weighing = [];
    private readonly Dictionary<(int Segment, IndexOptions? Kept), DocsEnum> _spare = [];
    private WantedPieces? _wanted;

    public int Entries => reader.NumDocs;

    /// <summary>Pieces of words that the search weighs.</summary>
    internal WantedPieces Wanted => _wanted ??= new WantedPieces(reader);

    /// <summary>How many entries hold it.</summary>
    public int Frequency(Term term) => Places(term).DocFreq;

    /// <summary>Words of texts and names that hold so many of the pieces, and which of them each holds, a bit for each.</summary>
    /// <param name="pieces">Different ones, at most 64.</param>
    internal IEnumerable<(Term Word, ulong Shared)> Alike(ReadOnlySpan<ulong> pieces, int needed)
    {
        var found = new Dictionary<string, HashSet<(string Word, ulong Shared)>>();
        foreach (var leaf in reader.Leaves)
        foreach (var words in SegmentWords.Of(leaf.AtomicReader))
        {
            if (!found.TryGetValue(words.Field, out var of))
                found[words.Field] = of = [];
            words.Alike(pieces, needed, of);
        }
        return found.SelectMany(f => f.Value.Select(w => (new Term(f.Key, w.Word), w.Shared)));
    }

    /// <summary>Entries of a segment that hold the term, with how often; null when there are none.</summary>
    /// <param name="used">What was opened for the same term before and is no longer needed.</param>
    internal DocsEnum? Postings(AtomicReaderContext segment, Term term, TermContext places, DocsEnum? used) =>
        At(segment, term, places)?.Docs(null, used, DocsFlags.FREQS);

    /// <summary>Entries of a segment that hold the term; null when there are none. Good until the next are asked for.</summary>
    internal DocsEnum? Holding(AtomicReaderContext segment, Term term, TermContext places)
    {
        if (At(segment, term, places) is not { } found)
            return null;
        // Lucene opens another file for each, unless what it gave before can be used again.
        var kept = segment.AtomicReader.FieldInfos.FieldInfo(term.Field)?.IndexOptions;
        return _spare[(segment.Ord, kept)] = found.Docs(null, _spare.GetValueOrDefault((segment.Ord, kept)), DocsFlags.NONE);
    }

    /// <summary>The same with places; null also where no places are kept.</summary>
    internal DocsAndPositionsEnum? Positions(AtomicReaderContext segment, Term term) =>
        At(segment, term, Places(term))?.DocsAndPositions(null, null);

    /// <summary>How a term of the field is weighed.</summary>
    internal Bm25 Weighing(string field) =>
        _weighing.TryGetValue(field, out var known) ? known : _weighing[field] = new Bm25(reader, field);

    /// <summary>Where it stands in the dictionaries.</summary>
    internal TermContext Places(Term term)
    {
        if (_places.Find(term) is { } known)
            return known;
        var places = new TermContext(reader.Context);
        foreach (var segment in reader.Leaves)
            if (Open(segment, term.Field) is { } terms && terms.SeekExact(term.Bytes))
                places.Register(terms.GetTermState(), segment.Ord, terms.DocFreq, terms.TotalTermFreq);
        _places.Keep(term, places);
        return places;
    }

    private TermsEnum? At(AtomicReaderContext segment, Term term, TermContext places)
    {
        if (places.Get(segment.Ord) is not { } place || Open(segment, term.Field) is not { } terms)
            return null;
        terms.SeekExact(term.Bytes, place);
        return terms;
    }

    // Opening a dictionary costs more than to look a word up in it.
    private TermsEnum? Open(AtomicReaderContext segment, string field) =>
        _open.TryGetValue((segment.Ord, field), out var terms)
            ? terms
            : _open[(segment.Ord, field)] = segment.AtomicReader.GetTerms(field)?.GetEnumerator();
}
