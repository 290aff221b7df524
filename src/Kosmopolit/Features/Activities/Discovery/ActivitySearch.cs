using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Discovery;

/// <summary>
/// Gives activities to be found: public ones by everyone once they are more than an idea, the others by the members of the
/// networks that hold them. What was called off is in no index.
/// </summary>
public sealed class ActivitySearch(SearchNames names) : SearchSource
{
    public override string Kind => "activity";

    public override Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happened.Select(Of).OfType<Guid>().ToHashSet());

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Set<Activity>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var activities = await db.Set<Activity>()
            .Include(a => a.CoHosts)
            .Where(a => ids.Contains(a.Id) && a.State != ActivityState.CalledOff)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. activities.Select(Entry)];
    }

    private static Guid? Of(LoggedEvent e) =>
        e.As<ActivityProposed>()?.ActivityId ?? e.As<ActivityChanged>()?.ActivityId ?? e.As<ActivityTurned>()?.ActivityId;

    private SearchEntry Entry(Activity a)
    {
        var isPublic = a.IsPublic && a.GatheredAt is not null;
        var others = a.GatheredAt is null ? [] : a.CoHosts.Select(h => h.NetworkId).OfType<Guid>();
        var facts = new List<SearchFact> { new(SearchField.Language, a.Language) };
        if (a.Country.Length > 0)
            facts.Add(new(SearchField.Country, a.Country));
        return new SearchEntry(Kind, a.Id, a.Id.ToString(), isPublic ? Audience.Public : Audience.MyNetwork)
        {
            ForEveryone = isPublic,
            Networks = [a.NetworkId, .. others],
            Facts = facts,
            Names = a.Country.Length > 0 ? names.OfCountry(a.Country) : [],
            Texts = [new(a.Title, a.Language), new(a.Text, a.Language), new(a.Place, a.Language), new(a.Lessons, a.LessonsLanguage)],
        };
    }
}
