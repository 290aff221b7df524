using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>Takes the queries of one search apart, each once. Only the shapes that the writer of queries makes are known.</summary>
internal sealed class Parts(TermBook terms)
{
    /// <summary>What is given at the most for a word said ever so often, times its rarity; and a little for rounding.</summary>
    private const double Saturated = (Bm25.K + 1) * 1.0001;

    private readonly Dictionary<Query, (float Boost, Part Part)> _known = new(ReferenceEqualityComparer.Instance);

    public Part Of(Query query) => Of(query, 1);

    /// <param name="boost">Of all that the query stands in.</param>
    private Part Of(Query query, float boost)
    {
        if (_known.TryGetValue(query, out var known) && known.Boost == boost)
            return known.Part;
        var part = Make(query, boost);
        _known[query] = (boost, part);
        return part;
    }

    private Part Make(Query query, float boost) =>
        query switch
        {
            TermQuery term => Word(term.Term, boost * query.Boost),
            BooleanQuery all => Sum(all, boost * query.Boost),
            ConstantScoreQuery { Filter: { } filter } => new FilterPart(filter),
            ConstantScoreQuery same => new SamePart(Of(same.Query), boost * query.Boost),
            DisjunctionMaxQuery best => new BestPart([.. best.Disjuncts.Select(q => Of(q, boost * query.Boost))]),
            MatchAllDocsQuery => new SamePart(null, boost * query.Boost),
            PiecesQuery pieces => new PiecesPart(pieces.Pieces, boost * query.Boost, terms),
            _ => throw new NotSupportedException($"A {query.GetType().Name} cannot be taken apart."),
        };

    private SumPart Sum(BooleanQuery query, float boost)
    {
        List<Part> must = [],
            not = [],
            may = [];
        foreach (var clause in query.Clauses)
            (
                clause.Occur == Occur.MUST ? must
                : clause.Occur == Occur.MUST_NOT ? not
                : may
            ).Add(Of(clause.Query, boost));
        return new SumPart(must, not, may, Math.Max(query.MinimumNumberShouldMatch, must.Count == 0 ? 1 : 0));
    }

    private WordPart Word(Term term, float boost)
    {
        var places = terms.Places(term);
        var worth = boost * terms.Weighing(term.Field).Rarity(places.DocFreq);
        return new WordPart(term, places, worth, worth * Saturated, terms);
    }
}
