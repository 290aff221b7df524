namespace Kosmopolit.Platform.Geography;

/// <summary>A figure that a file would change.</summary>
public sealed record FactChange(string Alpha2, string Figure, Figure? Was, NewerFigure Is);

/// <summary>What an import of figures changes, country by country, and what of it is left out.</summary>
/// <param name="Older">Figures of the file that are older than what is shown.</param>
public sealed record FactChanges(IReadOnlyList<FactChange> Changes, int Same, int Older, IReadOnlyList<string> Problems)
{
    /// <summary>Only what is new, for keeping.</summary>
    public IReadOnlyList<NewerCountry> Kept(IEnumerable<NewerCountry> read)
    {
        var days = read.GroupBy(c => c.Alpha2).ToDictionary(g => g.Key, g => g.Max(c => c.AsOf));
        return
        [
            .. Changes
                .GroupBy(c => c.Alpha2)
                .Select(g => new NewerCountry(g.Key, days[g.Key], g.DistinctBy(c => c.Figure).ToDictionary(c => c.Figure, c => c.Is))),
        ];
    }
}

/// <summary>Lays a file's figures beside those that are shown.</summary>
public sealed class RefreshFacts(Atlas atlas)
{
    public FactChanges Compare(IEnumerable<NewerCountry> read)
    {
        var (changes, problems, same, older) = (new List<FactChange>(), new List<string>(), 0, 0);
        foreach (var country in read)
        {
            if (atlas.Facts(country.Alpha2) is not { } shown)
            {
                problems.Add($"{country.Alpha2}: the product shows no facts of it");
                continue;
            }
            foreach (var (key, figure) in country.Figures)
            {
                var was = NewerFacts.Known[key].Read(shown);
                if (was is { } w && w.Value == figure.Value && w.Year == figure.Year)
                    same++;
                else if (was?.Year > (figure.Year ?? 0) || (was is not null && figure.Year is null && shown.AsOf >= country.AsOf))
                    older++;
                else
                    changes.Add(new FactChange(country.Alpha2, key, was, figure));
            }
        }
        return new FactChanges(changes, same, older, problems);
    }
}
