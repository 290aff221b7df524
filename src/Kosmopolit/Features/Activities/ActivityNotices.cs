using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities;

/// <summary>Tells of new ideas, and of what one can sign up for, to those who follow the country, the proposer or the network.</summary>
public sealed class ActivityNotices : NoticeSource
{
    private const string Name = "activity";

    private const string Host = "AskedAsHost";

    public override string Key => Name;

    /// <summary>On the site only: its mail goes out as whoever is asked wishes.</summary>
    public static Notice AskedAsHost(Activity trip, Guid member, DateTimeOffset now) =>
        new(
            member,
            new News(Name, Host, trip.Id, $"{trip.Path()}#hosts-there", now),
            Followed.Row(FollowKind.Activity, trip.Id),
            now,
            due: null
        );

    public override IReadOnlyCollection<string> Kinds { get; } = [nameof(ActivityProposed), nameof(ActivityTurned)];

    public override async Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        var turned = happened.As<ActivityTurned>();
        var id = happened.As<ActivityProposed>()?.ActivityId ?? turned?.ActivityId;
        var isNews = turned is null || turned.State is ActivityState.Gathering or ActivityState.Open or ActivityState.CalledOff;
        if (!isNews || await db.Set<Activity>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity)
            return [];
        List<Followed> follows = [Followed.Row(FollowKind.Person, activity.ProposerId)];
        if (activity.Country.Length > 0)
            follows.Add(new(FollowKind.Country, activity.Country));
        return
        [
            new(Key, turned is null ? nameof(ActivityProposed) : turned.State.ToString(), activity.Id, activity.Path(), activity.ChangedAt)
            {
                Follows = follows,
                By = activity.ProposerId,
                Network = activity.NetworkId,
                IsPublic = activity.IsPublic && activity.GatheredAt is not null,
            },
        ];
    }

    public override async Task<IReadOnlyDictionary<Guid, NoticeText>> Read(
        KosmopolitDb db,
        Me reader,
        IReadOnlyCollection<Notice> notices,
        Texts t,
        CancellationToken ct
    )
    {
        var ids = notices.Select(n => n.SubjectId).Distinct().ToList();
        var found = await db.Set<Activity>()
            .VisibleTo(db, reader)
            .Where(a => ids.Contains(a.Id))
            .AsNoTracking()
            .ToDictionaryAsync(a => a.Id, ct);
        return notices
            .Where(n => found.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n =>
                {
                    var a = found[n.SubjectId];
                    return new NoticeText(Sentence(n.Kind, t), a.Title, a.Language, a.IsPublic && a.GatheredAt is not null);
                }
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        db.Set<Activity>().VisibleTo(db, reader).AnyAsync(a => a.Id == subject, ct);

    private static string Sentence(string kind, Texts t) =>
        kind switch
        {
            nameof(ActivityProposed) => t["A new idea for an activity"],
            nameof(ActivityState.Gathering) => t["Would you come?"],
            Host => t["Would you be host of this trip?"],
            nameof(ActivityState.Open) => t["You can sign up"],
            _ => t["Called off"],
        };
}
