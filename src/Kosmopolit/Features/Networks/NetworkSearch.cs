using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks;

/// <summary>Gives networks to be found. They are public, an abandoned start apart.</summary>
public sealed class NetworkSearch(SearchNames names) : SearchSource
{
    public override string Kind => "network";

    public override Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(
            happened.Select(e => e.As<NetworkChanged>()).OfType<NetworkChanged>().Select(e => e.NetworkId).ToHashSet()
        );

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Networks.OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var networks = await db
            .Networks.AsNoTracking()
            .Include(n => n.Municipalities)
            .Where(n => ids.Contains(n.Id) && n.Stage != Stage.Abandoned)
            .ToListAsync(ct);
        return
        [
            .. networks.Select(n => new SearchEntry(Kind, n.Id, n.Slug, Audience.Public)
            {
                ForEveryone = true,
                Title = n.Name,
                Facts = [.. n.Municipalities.SelectMany(m => EntryLevels.Region(m.Code))],
                Texts = [new SearchText(n.Name, n.PurposeLanguage), new SearchText(n.Purpose, n.PurposeLanguage)],
                Names = [.. n.Municipalities.SelectMany(m => names.OfMunicipality(m.Code)).Distinct()],
            }),
        ];
    }
}
