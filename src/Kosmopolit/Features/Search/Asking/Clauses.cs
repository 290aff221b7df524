using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>
/// The few shapes that queries are built of. What a person typed becomes terms and never syntax: there is no parser to
/// trick.
/// </summary>
internal static class Clauses
{
    /// <summary>Worth the same wherever it is found.</summary>
    public static Query Fact(string field, string code, float weight) => Constant(new TermQuery(new Term(field, code)), weight);

    /// <summary>Worth the same once, however many of the codes are found.</summary>
    public static Query AnyFact(string field, IEnumerable<string> codes, float weight) =>
        Constant(Any(codes.Select(c => new TermQuery(new Term(field, c)))), weight);

    /// <summary>Worth the same once, however many of the words are found.</summary>
    public static Query AnyWord(IEnumerable<Term> words, float weight) => Constant(Any(words.Select(w => new TermQuery(w))), weight);

    /// <summary>Excludes what does not match and adds nothing to the rank.</summary>
    public static Query Only(Query query) => Constant(query, 0);

    public static TermQuery Word(string field, string word, float weight) => new(new Term(field, word)) { Boost = weight };

    public static BooleanQuery All(IEnumerable<Query> queries) => Combined(queries, Occur.MUST);

    public static BooleanQuery Any(IEnumerable<Query> queries, int needed = 1)
    {
        var any = Combined(queries, Occur.SHOULD);
        any.MinimumNumberShouldMatch = needed;
        return any;
    }

    /// <summary>The best of them, and a little of the others.</summary>
    public static Query Best(IReadOnlyList<Query> queries, float tie) =>
        queries.Count == 1 ? queries[0] : new DisjunctionMaxQuery([.. queries], tie);

    /// <summary>What must match, ranked also by what may.</summary>
    public static Query Ranked(Query must, IReadOnlyCollection<Query> may)
    {
        if (may.Count == 0)
            return must;
        var ranked = Combined(may, Occur.SHOULD);
        ranked.Add(must, Occur.MUST);
        return ranked;
    }

    private static ConstantScoreQuery Constant(Query query, float weight) => new(query) { Boost = weight };

    private static BooleanQuery Combined(IEnumerable<Query> queries, Occur occur)
    {
        // Matching more clauses is already worth more; a second reward would let long questions drown facts.
        var combined = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
            combined.Add(query, occur);
        return combined;
    }
}
