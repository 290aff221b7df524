namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Walks through one sentence and gathers the names in it; from each word on, the longest name wins.</summary>
internal sealed class NameFinder(NameIndex index, Func<string, bool> isCountry, Sentence sentence)
{
    private const int LongestUnspaced = 12;

    private readonly List<Match> _found = [];

    public IReadOnlyList<Match> Find()
    {
        // A compound leaves its tail behind as the word to look at next, so the same place may come again.
        for (var word = 0; word < sentence.Words.Count; )
            if (FindCode(word) || FindDirection(word))
                word++;
            else if (FindLongest(word) is > 0 and var words)
                word += words;
            else if (FindUnspaced(word) || !FindCompound(word))
                word++;
        return _found;
    }

    /// <summary>"IR" in a sentence that is not all capitals.</summary>
    private bool FindCode(int word)
    {
        var (from, to) = sentence.Words[word];
        if (sentence.Shouts || sentence.Source(from, to) is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            return false;
        var code = sentence.Source(from, to).ToString();
        if (!isCountry(code) || CommonWords.IsAbbreviation(code))
            return false;
        _found.Add(sentence.Match(new(MatchKind.Country, code, 0, Bending.Proper, null, true), from, to));
        return true;
    }

    private int FindLongest(int word)
    {
        var from = sentence.Words[word].From;
        var longest = index.LongestFrom(sentence.Text, from, sentence.Words[word].To);
        for (var words = Math.Min(longest, sentence.Words.Count - word); words > 0; words--)
        {
            var to = sentence.Words[word + words - 1].To;
            if (Add(index.Look(sentence.Text, from, to, known => Accepts(known, word, words)), from, to))
                return words;
        }
        return 0;
    }

    /// <summary>"nordirak", but not "Sydkorea", which is a name of its own.</summary>
    private bool FindDirection(int word)
    {
        var (from, to) = sentence.Words[word];
        if (Compounds.AfterDirection(sentence.Text, from, to) is not { } at || index.Look(sentence.Text, from, to, _ => true).Count > 0)
            return false;
        return !CommonWords.Has(sentence.Spelling(word)) && Add(index.Look(sentence.Text, at, to, known => known.Kind == MatchKind.Country), from, to);
    }

    private bool FindCompound(int word)
    {
        var (from, to) = sentence.Words[word];
        foreach (var (head, tail, language) in Compounds.Cuts(sentence.Text, from, to))
        {
            if (CommonWords.Has(NameIndex.Spelling(sentence.Source(from, head))))
                continue;
            var name = sentence.Text[from..head];
            IEnumerable<KnownName> tongues = language
                ? index.Find(name).Concat(index.Find(name + "a")).Where(known => known.Kind == MatchKind.Language)
                : [];
            if (!Add([.. tongues], from, head) && !Add([.. index.Find(name).Where(IsHead)], from, head))
                continue;
            sentence.Words[word] = (tail, to);
            return true;
        }
        return false;
    }

    private bool FindUnspaced(int word)
    {
        var (from, to) = sentence.Words[word];
        if (!Letters.IsUnspaced(sentence.Text[from]))
            return false;
        for (var at = from; at < to; at++)
            for (var length = Math.Min(LongestUnspaced, to - at); length > 1; length--)
                if (Add([.. index.Find(sentence.Text.AsSpan(at, length))], at, at + length))
                {
                    at += length - 1;
                    break;
                }
        return true;
    }

    private static bool IsHead(KnownName known) => known is { Kind: not MatchKind.Sector, Exactly: null };

    private bool Accepts(KnownName known, int word, int words)
    {
        var (from, to) = (sentence.Words[word].From, sentence.Words[word + words - 1].To);
        var spelling = NameIndex.Spelling(sentence.Source(from, to));
        if (known.Exactly is { } exactly && !spelling.StartsWith(exactly, StringComparison.Ordinal))
            return false;
        if (known.Capital && (sentence.Shouts || !sentence.IsCapital(from)))
            return false;
        return !CommonWords.Has(spelling) || IsPlace(known) && StandsAsPlace(word, words);
    }

    /// <summary>"i Vara", "Marks kommun", but not "vara" and not "Mark".</summary>
    private bool StandsAsPlace(int word, int words) =>
        !sentence.Shouts
        && sentence.IsCapital(sentence.Words[word].From)
        && (CommonWords.IsPlacePreposition(sentence.Spelling(word - 1)) || CommonWords.IsPlaceNoun(sentence.Spelling(word + words)));

    private static bool IsPlace(KnownName known) =>
        known.Kind is MatchKind.Municipality or MatchKind.County or MatchKind.City || known is { Kind: MatchKind.Country, Rank: < 2 };

    private bool Add(List<KnownName> known, int from, int to)
    {
        _found.AddRange(known.OrderBy(name => name.Rank).ThenBy(name => name.Kind).Select(name => sentence.Match(name, from, to)));
        return known.Count > 0;
    }
}
