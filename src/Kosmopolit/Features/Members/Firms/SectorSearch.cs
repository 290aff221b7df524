using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>Finds lines of business by words in Swedish or English, or by their code.</summary>
public sealed class SectorSearch(Atlas atlas)
{
    /// <summary>The best fits first: the code itself, names that begin with the words, names that hold them all.</summary>
    /// <param name="typed">Words, or an SNI code with or without dots.</param>
    public IReadOnlyList<Sector> Find(string? typed, int most = 12)
    {
        var words = Folding.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return [];
        if (atlas.Sector(string.Concat(typed!.Where(char.IsLetterOrDigit))) is { } exact)
            return [exact];
        return
        [
            .. atlas
                .Sectors.Select(s => (Sector: s, Rank: Rank(s, words)))
                .Where(s => s.Rank < int.MaxValue)
                .OrderBy(s => s.Rank)
                .ThenBy(s => s.Sector.Code.Length)
                .ThenBy(s => s.Sector.Code, StringComparer.Ordinal)
                .Take(most)
                .Select(s => s.Sector),
        ];
    }

    private static int Rank(Sector sector, string[] words) =>
        new[] { sector.SwedishName, sector.EnglishName, sector.ArabicName ?? "" }
            .Select(Folding.Fold)
            .Min(name =>
                !words.All(w => name.Contains(w, StringComparison.Ordinal)) ? int.MaxValue
                : name.StartsWith(words[0], StringComparison.Ordinal) ? 0
                : name.Contains(' ' + words[0], StringComparison.Ordinal) ? 1
                : 2
            );
}
