namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Gathers every name that the tables know.</summary>
internal static class NameSources
{
    public static NameIndex Gather(Atlas atlas)
    {
        var index = new NameIndex();
        AddPlaces(index, atlas);
        AddLanguages(index, atlas);
        AddSweden(index, atlas);
        AddAliases(index, atlas.ReadAliases());
        AddSectors(index, atlas);
        return index;
    }

    private static void AddPlaces(NameIndex index, Atlas atlas)
    {
        foreach (var country in atlas.Countries)
        foreach (var name in country.Names.Values)
            AddWithout(index, name, new(MatchKind.Country, country.Alpha2, 0));
        foreach (var state in atlas.FormerStates)
        foreach (var name in state.Names.Values.Concat(state.Aliases))
            index.Add(name, new(MatchKind.FormerState, state.Code, 0));
    }

    private static void AddLanguages(NameIndex index, Atlas atlas)
    {
        var used = atlas.Countries.SelectMany(country => country.Languages).Select(language => language.Tag).ToHashSet();
        foreach (var language in atlas.Languages)
        {
            // Languages that no country counts by the per cent have names like Meta and Noon.
            var meaning = new KnownName(MatchKind.Language, language.Tag, 0, Care: used.Contains(language.Tag) ? Care.None : Care.Capital);
            foreach (var (tongue, name) in language.Names)
                AddLanguage(index, name, meaning with { Rank = tongue is "sv" or "en" or "ar" ? 0 : 1 });
            if (language.Native is { } native)
                index.Add(native, meaning);
        }
    }

    private static void AddLanguage(NameIndex index, string name, KnownName meaning)
    {
        AddWithout(index, name, meaning);
        // In Swedish a language is a noun that takes the article: "persiskan".
        var bare = WithoutBrackets(name);
        if (bare.EndsWith("ska", StringComparison.Ordinal))
            index.Add($"{bare}n", meaning);
    }

    /// <summary>"Persian (Farsi)" is also "Persian".</summary>
    private static void AddWithout(NameIndex index, string name, KnownName meaning)
    {
        index.Add(name, meaning);
        // After what is called so in full: "Dari" is the Dari of Afghanistan before "Dari (Zoroastrian)".
        if (WithoutBrackets(name) is { } bare && bare != name)
            index.Add(bare, meaning with { Rank = Math.Max(meaning.Rank, 1) });
    }

    private static string WithoutBrackets(string name) =>
        name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private static void AddSweden(NameIndex index, Atlas atlas)
    {
        foreach (var municipality in atlas.Municipalities)
        foreach (var name in new[] { municipality.SwedishName, municipality.ArabicName })
            index.Add(name, new(MatchKind.Municipality, municipality.Code, 0));
        foreach (var county in atlas.Counties)
        {
            // "Stockholm" is the town before it is the county.
            foreach (var name in new[] { county.ShortName, county.ArabicName })
                index.Add(name, new(MatchKind.County, county.Code, 1));
            foreach (var name in new[] { county.FullName, county.EnglishName })
                index.Add(name, new(MatchKind.County, county.Code, 0));
        }
    }

    private static void AddAliases(NameIndex index, AliasTable aliases)
    {
        AddWords(index, aliases.Countries, new(MatchKind.Country, "", 1));
        foreach (var (word, codes) in aliases.Languages)
        foreach (var code in codes.All)
            AddLanguage(index, word, new(MatchKind.Language, code, 1));
        AddWords(index, aliases.Cities, new(MatchKind.City, "", 1));
        AddWords(index, aliases.Demonyms, new(MatchKind.Country, "", 2, Bending.Common));
        foreach (var (topic, words) in aliases.Topics)
        foreach (var word in words)
            index.Add(word, new(MatchKind.Topic, topic, 1, Bending.Common));
    }

    private static void AddWords(NameIndex index, Dictionary<string, Codes> words, KnownName meaning)
    {
        foreach (var (word, codes) in words)
        foreach (var code in codes.All)
            index.Add(word, meaning with { Code = code });
    }

    // Wider sectors come first in the table; a narrower one under the same title adds nothing.
    private static void AddSectors(NameIndex index, Atlas atlas)
    {
        foreach (var sector in atlas.Sectors)
        foreach (var name in new[] { sector.SwedishName, sector.EnglishName, sector.ArabicName }.OfType<string>())
            if (!index.Find(Folding.Fold(name)).Any(known => known.Kind == MatchKind.Sector))
                index.Add(name, new(MatchKind.Sector, sector.Code, 0));
    }
}
