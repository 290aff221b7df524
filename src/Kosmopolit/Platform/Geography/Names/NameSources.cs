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
            index.Add(name, MatchKind.Country, country.Alpha2, 0);
        foreach (var state in atlas.FormerStates)
        foreach (var name in state.Names.Values.Concat(state.Aliases))
            index.Add(name, MatchKind.FormerState, state.Code, 0);
    }

    private static void AddLanguages(NameIndex index, Atlas atlas)
    {
        foreach (var language in atlas.Languages)
        {
            foreach (var name in language.Names.Values)
                index.Add(name, MatchKind.Language, language.Tag, 0, Bending.Common);
            if (language.Native is { } native)
                index.Add(native, MatchKind.Language, language.Tag, 0);
        }
    }

    private static void AddSweden(NameIndex index, Atlas atlas)
    {
        foreach (var municipality in atlas.Municipalities)
        foreach (var name in new[] { municipality.SwedishName, municipality.ArabicName })
            index.Add(name, MatchKind.Municipality, municipality.Code, 0);
        foreach (var county in atlas.Counties)
        foreach (var name in new[] { county.FullName, county.ShortName, county.EnglishName, county.ArabicName })
            index.Add(name, MatchKind.County, county.Code, 0);
    }

    private static void AddAliases(NameIndex index, AliasTable aliases)
    {
        AddWords(index, aliases.Countries, MatchKind.Country, 1, Bending.Proper);
        AddWords(index, aliases.Languages, MatchKind.Language, 1, Bending.Common);
        AddWords(index, aliases.Cities, MatchKind.City, 1, Bending.Proper);
        AddWords(index, aliases.Demonyms, MatchKind.Country, 2, Bending.Common);
        foreach (var (topic, words) in aliases.Topics)
        foreach (var word in words)
            index.Add(word, MatchKind.Topic, topic, 1, Bending.Common);
    }

    private static void AddWords(NameIndex index, Dictionary<string, Codes> words, MatchKind kind, int rank, Bending bending)
    {
        foreach (var (word, codes) in words)
        foreach (var code in codes.All)
            index.Add(word, kind, code, rank, bending);
    }

    // Wider sectors come first in the table; a narrower one under the same title adds nothing.
    private static void AddSectors(NameIndex index, Atlas atlas)
    {
        foreach (var sector in atlas.Sectors)
        foreach (var name in new[] { sector.SwedishName, sector.EnglishName, sector.ArabicName }.OfType<string>())
            if (!index.Find(Folding.Fold(name)).Any(known => known.Kind == MatchKind.Sector))
                index.Add(name, MatchKind.Sector, sector.Code, 0);
    }
}
