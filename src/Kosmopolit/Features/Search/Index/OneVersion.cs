using Kosmopolit.Features.Search.Matching;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Of a text that was found in several languages the reader gets one: in which the words of the question stand; of these the one
/// in a language that they read; else the original. For one search.
/// </summary>
internal sealed class OneVersion
{
    private const int WithoutWords = 1 << 20;

    private readonly Versions _versions;
    private readonly Part? _words;
    private readonly int[] _ranks;

    // Of each text the best yet: its rank, then its number in the index.
    private readonly long[] _best;

    /// <param name="languages">Those that the reader reads, the dearest first.</param>
    /// <param name="words">What holds the words of the question beyond the names in it; null when there are none.</param>
    public OneVersion(Versions versions, IEnumerable<string> languages, Part? words)
    {
        (_versions, _words) = (versions, words);
        _ranks = new int[versions.Languages];
        Array.Fill(_ranks, versions.Languages);
        foreach (var (rank, number) in languages.Select(versions.Language).OfType<int>().Distinct().Index())
            _ranks[number] = rank;
        _best = new long[versions.Texts];
        Array.Fill(_best, long.MaxValue);
    }

    /// <summary>Takes in what was found; all of it before the first is left out.</summary>
    public void Choose(Segment segment, ulong[] found)
    {
        var words = _words?.In(segment);
        foreach (var version in _versions.In(segment.Context.Ord))
            if (Has(found, version.Entry))
            {
                ref var best = ref _best[version.Text];
                best = Math.Min(best, Place(version, segment, _words is null || words?.IsIn(version.Entry) == true));
            }
    }

    /// <returns>What was found without the versions that were not chosen: the same set when there are none.</returns>
    public ulong[] Once(Segment segment, ulong[] found)
    {
        var once = found;
        foreach (var version in _versions.In(segment.Context.Ord))
            if (Has(found, version.Entry) && (int)_best[version.Text] != segment.Context.DocBase + version.Entry)
            {
                if (once == found)
                    once = segment.Bits!.Copy(found);
                once[version.Entry >> 6] &= ~(1UL << version.Entry);
            }
        return once;
    }

    private long Place(NumberedVersion version, Segment segment, bool hasWords)
    {
        var rank = (_ranks[version.Language] << 1) + (version.IsOriginal ? 0 : 1) + (hasWords ? 0 : WithoutWords);
        return ((long)rank << 32) + segment.Context.DocBase + version.Entry;
    }

    private static bool Has(ulong[] found, int entry) => (found[entry >> 6] >> entry & 1) != 0;
}
