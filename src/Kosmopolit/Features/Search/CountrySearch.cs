using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search;

/// <summary>Gives every country to be found under its names in all languages. They change only with the product.</summary>
public sealed class CountrySearch(Atlas atlas) : SearchSource
{
    /// <summary>Share of the population, in per cent, from which a language without standing in law counts as spoken there.</summary>
    private const decimal Spoken = 5;

    public override string Kind => Kinds.Country;

    public override Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public override Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([]);

    public override Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SearchEntry>>([]);

    public override IEnumerable<SearchEntry> Fixed() =>
        atlas.Countries.Select(c => new SearchEntry(Kind, null, c.Alpha2, Audience.Public)
        {
            ForEveryone = true,
            Facts =
            [
                new(SearchField.Is, c.Alpha2),
                new(SearchField.Country, c.Alpha2),
                .. c
                    .Languages.Where(l => l.Status is not null || l.Percent >= Spoken)
                    .Select(l => new SearchFact(SearchField.Language, l.Tag)),
            ],
            Names = [.. c.Names.Values, .. c.Capital?.Values ?? [], c.Alpha2, c.Alpha3],
        });
}
