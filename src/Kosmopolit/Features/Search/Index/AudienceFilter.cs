using System.Collections.Concurrent;
using Kosmopolit.Platform.Auth;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Picks, of every holder that a reader may find, the one entry made for the reader's distance. It runs inside the
/// search: what it leaves out is not ranked, not counted and not suggested.
/// </summary>
public sealed class AudienceFilter
{
    /// <summary>Companies remembered; each costs a bit per entry. Members of the same networks share one.</summary>
    private const int Remembered = 256;

    private readonly ConcurrentDictionary<string, Filter> _known = new();

    public Filter For(Me me)
    {
        var networks = me.Networks.Order().Distinct().ToList();
        if (_known.Count > Remembered)
            _known.Clear();
        return _known.GetOrAdd(
            string.Join(',', networks),
            _ => new Remembering(new QueryWrapperFilter(networks.Count == 0 ? ForVisitor() : ForMember(networks)))
        );
    }

    private static BooleanQuery ForVisitor() =>
        new(disableCoord: true) { { Level(Fields.Everyone), Occur.SHOULD }, { Level(nameof(Audience.Public)), Occur.SHOULD } };

    private static BooleanQuery ForMember(IReadOnlyList<Guid> networks)
    {
        var near = new BooleanQuery(disableCoord: true);
        foreach (var network in networks.Take(BooleanQuery.MaxClauseCount))
            near.Add(new TermQuery(new Term(Fields.Near, network.ToString("N"))), Occur.SHOULD);
        return new BooleanQuery(disableCoord: true)
        {
            { Level(Fields.Everyone), Occur.SHOULD },
            {
                new BooleanQuery { { Level(nameof(Audience.MyNetwork)), Occur.MUST }, { near, Occur.MUST } },
                Occur.SHOULD
            },
            {
                new BooleanQuery { { Level(nameof(Audience.AllNetworks)), Occur.MUST }, { near, Occur.MUST_NOT } },
                Occur.SHOULD
            },
        };
    }

    private static TermQuery Level(string level) => new(new Term(Fields.Level, level));

    /// <summary>Kept as a bit an entry, so that whole sets are cut with each other.</summary>
    private sealed class Remembering(Filter filter) : CachingWrapperFilter(filter)
    {
        protected override DocIdSet DocIdSetToCache(DocIdSet? docIdSet, AtomicReader reader)
        {
            var kept = new FixedBitSet(reader.MaxDoc);
            if (docIdSet?.GetIterator() is { } entries)
                kept.Or(entries);
            return kept;
        }
    }
}
