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
            if (FindCode(word))
                word++;
            else if (FindLongest(word) is > 0 and var words)
                word += words;
            else if (FindDirection(word) || FindUnspaced(word) || !FindCompound(word))
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
        _found.Add(sentence.Match(new(MatchKind.Country, code, 0), from, to));
        return true;
    }

    private int FindLongest(int word)
    {
        var from = sentence.Words[word].From;
        var longest = index.LongestFrom(sentence.Text, from, sentence.Words[word].To);
        for (var words = Math.Min(longest, sentence.Words.Count - word); words > 0; words--)
        {
            var to = sentence.Words[word + words - 1].To;
            if (Add(index.Look(sentence.Text, from, to, (known, form) => Accepts(known, form, word, words)), from, to))
                return words;
        }
        return 0;
    }

    /// <summary>"nordirak": some part of a country.</summary>
    private bool FindDirection(int word)
    {
        var (from, to) = sentence.Words[word];
        return Compounds.AfterDirection(sentence.Text, from, to) is { } at
            && !CommonWords.Has(sentence.Spelling(word))
            && Add(index.Look(sentence.Text, at, to, IsCountryPart), from, to);
    }

    /// <summary>"Iranhandel" is Iran, and then the word "handel".</summary>
    private bool FindCompound(int word)
    {
        var (from, to) = sentence.Words[word];
        foreach (var (head, tail, language) in Compounds.Cuts(sentence.Text, from, to))
        {
            var spelling = Letters.Spelling(sentence.Source(from, head));
            if (CommonWords.Has(spelling) || !Add(Head(sentence.Text[from..head], spelling, language), from, head))
                continue;
            sentence.Words[word] = (tail, to);
            return true;
        }
        return false;
    }

    // "persisktalande" speaks "persiska", of which the compound keeps all but the last letter.
    private List<KnownName> Head(string name, string spelling, bool language)
    {
        var heads = index
            .Find(name)
            .Where(known => known is { Kind: not MatchKind.Sector, Strict: false, Care: Care.None } && known.MayBeWritten(spelling));
        var tongues = heads.Concat(index.Find(name + "a")).Where(known => known.Kind == MatchKind.Language).ToList();
        return language && tongues.Count > 0 ? tongues : [.. heads];
    }

    private bool FindUnspaced(int word)
    {
        var (from, to) = sentence.Words[word];
        if (!Letters.IsUnspaced(sentence.Text[from]))
            return false;
        for (var at = from; at < to; at++)
        for (var length = Math.Min(LongestUnspaced, to - at); length > 1; length--)
            if (Add(NameLookup.Clear([.. index.Find(sentence.Text.AsSpan(at, length))]), at, at + length))
            {
                at += length - 1;
                break;
            }
        return true;
    }

    private static bool IsCountryPart(KnownName known, WordForm form) => known is { Kind: MatchKind.Country, Rank: not 1 };

    private bool Accepts(KnownName known, WordForm form, int word, int words)
    {
        var (from, to) = (sentence.Words[word].From, sentence.Words[word + words - 1].To);
        var spelling = Letters.Spelling(sentence.Source(from, to));
        if (!known.MayBeWritten(spelling) || !MayStand(known, form, from))
            return false;
        if (words == 1 && Letters.IsArabic(sentence.Text[from]))
            return !CommonWords.HasArabic(sentence.Text[from..to]);
        return !CommonWords.Has(spelling) || IsPlace(known) && StandsAsPlace(word, words);
    }

    private bool MayStand(KnownName known, WordForm form, int from) =>
        known.Care switch
        {
            Care.Never => false,
            Care.Alone => !form.Prefix || form.Article,
            Care.Capital => !sentence.Shouts && sentence.IsCapital(from),
            _ => true,
        };

    /// <summary>"i Vara", "Marks kommun", but not "vara" and not "Mark".</summary>
    private bool StandsAsPlace(int word, int words)
    {
        if (sentence.Shouts || !sentence.IsCapital(sentence.Words[word].From))
            return false;
        var before = sentence.Spelling(word - 1);
        return sentence.Words.Count == words
            || CommonWords.IsPlacePreposition(before == "the" ? sentence.Spelling(word - 2) : before)
            || CommonWords.IsPlaceNoun(sentence.Spelling(word + words));
    }

    private static bool IsPlace(KnownName known) =>
        known.IsCountry || known.Kind is MatchKind.Municipality or MatchKind.County or MatchKind.City;

    private bool Add(List<KnownName> known, int from, int to)
    {
        _found.AddRange(
            known
                .DistinctBy(name => (name.Kind, name.Code))
                .OrderBy(name => name.Rank)
                .ThenBy(name => name.Kind)
                .Select(name => sentence.Match(name, from, to))
        );
        return known.Count > 0;
    }
}
