using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Puts an understood question to the index.</summary>
public sealed class Look(SearchIndex index, QueryWriter writer, FactClauses facts, AudienceFilter audience)
{
    /// <summary>What to say when there was no index to ask; it may have come up since.</summary>
    internal IndexState WhyNot => index.State == IndexState.Failed ? IndexState.Failed : IndexState.Building;

    /// <summary>Null when there is no index to ask.</summary>
    internal Found? For(Reading reading, SearchQuestion question, Me me) =>
        index.TrySearch(searcher => Search(searcher, reading, question, me), out var found) ? found : null;

    /// <summary>How many of one kind there would be; nothing else is worked out.</summary>
    internal int Count(Reading reading, SearchQuestion question, Me me, string kind) =>
        index.TrySearch(
            searcher =>
            {
                var terms = new TermBook(searcher.IndexReader);
                var parts = new Parts(terms);
                var written = writer.Write(reading, question, terms);
                var one = OneVersion(searcher, question, me, written, parts);
                return new Sweep(kind, 0, []).Over(searcher, parts.Of(written.Query), audience.For(me), one).Total;
            },
            out var count
        )
            ? count
            : 0;

    /// <summary>For every country, how many people visible to this reader know it.</summary>
    internal IReadOnlyDictionary<string, int> PeopleByCountry(Me me) =>
        index.TrySearch(
            searcher => new Sweep(Kinds.Person, 0, [SearchField.Country]).Over(searcher, new SamePart(null, 0), audience.For(me)).Codes[0],
            out var counts
        )
            ? counts!
            : new Dictionary<string, int>();

    /// <summary>
    /// Holders of these kinds whose visible name has these words, of which the last may be unfinished; in no order that tells
    /// anything.
    /// </summary>
    internal IReadOnlyList<FoundHolder> Titled(string typed, IEnumerable<string> kinds, Me me, int count)
    {
        var words = Word.In(typed).Take(8).Select(w => new Term(Fields.Title, w.Folded)).ToList();
        if (words.Count == 0)
            return [];
        var query = Clauses.All([
            .. words.SkipLast(1).Select(w => new TermQuery(w)),
            new PrefixQuery(words[^1]),
            Clauses.AnyFact(Fields.Kind, kinds, 0),
        ]);
        return index.TrySearch(
            searcher =>
            {
                var holders = new Holders(searcher.IndexReader);
                return searcher.Search(query, audience.For(me), count).ScoreDocs.Select(d => holders.Of(d.Doc)).ToList();
            },
            out var found
        )
            ? found!
            : [];
    }

    private Found Search(IndexSearcher searcher, Reading reading, SearchQuestion question, Me me)
    {
        var count = Math.Clamp(question.Count, 1, 100);
        var place = PlaceInList.Parse(question.After);
        var terms = new TermBook(searcher.IndexReader);
        var parts = new Parts(terms);
        var (written, closely) = writer.WriteBoth(reading, question, terms);
        // As many again: newcomers may have pushed the end of the page before down.
        var needed = Math.Max(Weights.Closest, place.Rank + (place.Rank > 0 ? 2 : 1) * count);
        var one = OneVersion(searcher, question, me, written, parts);
        var swept = new Sweep(question.Kind, needed, SearchField.Counted, facts.SameGround).Over(
            searcher,
            parts.Of(written.Query),
            audience.For(me),
            one
        );
        // Facts alone are in order as they are.
        var ordered = reading.Words.Count == 0 ? swept.Best : Closely(searcher, swept.Best, closely(), parts, terms, reading.Vector);
        var holders = new Holders(searcher.IndexReader);
        var from = Resume(holders, ordered, place);
        var page = ordered.Skip(from).Take(count).ToList();
        var end = from + page.Count;
        var more = page.Count > 0 && end < swept.Total && end <= PlaceInList.MaxRank;
        return new Found(
            [.. page.Select(d => holders.Of(d.Doc))],
            swept.Total,
            swept.Kinds,
            new Facets(swept.Codes[0], swept.Codes[1], swept.Codes[2], swept.Codes[3], swept.Codes[4]),
            more ? new PlaceInList(end, holders.Key(page[^1].Doc)).ToString() : null
        );
    }

    private static OneVersion? OneVersion(IndexSearcher searcher, SearchQuestion question, Me me, Written written, Parts parts) =>
        Versions.Of(searcher.IndexReader) is { Texts: > 0 } versions
            ? new OneVersion(versions, me.ReadsBesides(question.ReaderLanguage), written.Words is { } words ? parts.Of(words) : null)
            : null;

    /// <summary>The best hits in the order of a closer look, the others after them as they were.</summary>
    private static IReadOnlyList<ScoreDoc> Closely(
        IndexSearcher searcher,
        IReadOnlyList<ScoreDoc> ranked,
        (Query Query, IReadOnlyList<SoughtWord> Words) closely,
        Parts parts,
        TermBook terms,
        float[]? meaning
    )
    {
        var look = new CloserLook(searcher, terms, parts.Of(closely.Query), closely.Words, meaning);
        return [.. look.Order([.. ranked.Take(Weights.Closest)]), .. ranked.Skip(Weights.Closest)];
    }

    // Hits that came or went since the page before have moved its end; one that went leaves the rank to go by.
    private static int Resume(Holders holders, IReadOnlyList<ScoreDoc> ranked, PlaceInList place)
    {
        if (place.Rank == 0)
            return 0;
        for (var i = Math.Min(place.Rank, ranked.Count) - 1; i >= 0; i--)
            if (holders.Key(ranked[i].Doc) == place.Holder)
                return i + 1;
        for (var i = place.Rank; i < ranked.Count; i++)
            if (holders.Key(ranked[i].Doc) == place.Holder)
                return i + 1;
        return place.Rank;
    }
}
