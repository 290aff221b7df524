using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>
/// Where words that were asked for lately stand in the dictionaries of an index, kept while the index stands as it does. People ask for
/// the same words, and one question asks for each of its words in many fields, in most of which it is not.
/// </summary>
/// <remarks>About a quarter of a kilobyte for each word and field. Nothing says who asked, or when.</remarks>
internal sealed class KnownPlaces
{
    private const int Most = 8192;

    private static readonly ConditionalWeakTable<IndexReader, KnownPlaces> Known = [];

    private readonly ConcurrentDictionary<Term, TermContext> _places = new();
    private int _kept;

    private KnownPlaces() { }

    public static KnownPlaces Of(IndexReader reader) => Known.GetValue(reader, _ => new KnownPlaces());

    /// <summary>Null when it was not asked for lately.</summary>
    public TermContext? Find(Term term) => _places.GetValueOrDefault(term);

    /// <summary>Keeps what was found, to be read only from now on.</summary>
    public void Keep(Term term, TermContext places)
    {
        // All go at once: what is asked for often is soon there again.
        if (Interlocked.Increment(ref _kept) > Most)
        {
            _places.Clear();
            Volatile.Write(ref _kept, 0);
        }
        _places[term] = places;
    }
}
