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

    // Of each text the best yet: its rank, then its number in the index, from 1.
    private readonly long[] _best;
    private readonly Dictionary<int, List<NumberedVersion>> _found = [];

    /// <param name="languages">Those that the reader reads, the dearest first.</param>
    /// <param name="words">What holds the words of the question beyond the names in it; null when there are none.</param>
    public OneVersion(Versions versions, IEnumerable<string> languages, Part? words)
    {
        (_versions, _words, _best) = (versions, words, new long[versions.Texts]);
        _ranks = new int[versions.Languages];
        Array.Fill(_ranks, versions.Languages);
        foreach (var (rank, number) in languages.Select(versions.Language).OfType<int>().Distinct().Index())
            _ranks[number] = rank;
    }

    /// <summary>Takes in what was found; all of it before the first is left out.</summary>
    public void Choose(Segment segment, ulong[] found)
    {
        var versions = _found[segment.Context.Ord] = [];
        _versions.In(segment.Context.Ord).Among(found, versions);
        if (versions.Count == 0)
            return;
        var words = _words?.In(segment);
        foreach (var version in versions)
        {
            var place = Place(version, segment, _words is null || words?.IsIn(version.Entry) == true);
            ref var best = ref _best[version.Text];
            if (best == 0 || place < best)
                best = place;
        }
    }

    /// <returns>What was found without the versions that were not chosen: the same set when there are none.</returns>
    public ulong[] Once(Segment segment, ulong[] found)
    {
        var once = found;
        foreach (var version in _found[segment.Context.Ord])
            if ((int)_best[version.Text] != Number(version, segment))
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
        return ((long)rank << 32) + Number(version, segment);
    }

    private static int Number(NumberedVersion version, Segment segment) => segment.Context.DocBase + version.Entry + 1;
}
