using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Talk;

/// <summary>
/// Tells of words said about an activity: those who organise it, since questions are for them, and whoever spoke before, since
/// it may be the answer. Only who belongs to a network that holds it reads them, and nobody what was taken back.
/// </summary>
public sealed class TalkNotices : NoticeSource
{
    internal const string Name = "activity-talk";

    public override string Key => Name;

    public override IReadOnlyCollection<string> Kinds { get; } = [nameof(ActivityRemarked)];

    public override async Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        var made = happened.As<ActivityRemarked>();
        var remark = await db.Set<ActivityRemark>().AsNoTracking().SingleOrDefaultAsync(r => made != null && r.Id == made.RemarkId, ct);
        if (remark is null)
            return [];
        var activity = await db.Set<Activity>().Include(a => a.Organisers).AsNoTracking().SingleAsync(a => a.Id == remark.ActivityId, ct);
        var itself = Followed.Row(FollowKind.Activity, activity.Id);
        var concerned = activity.Organisers.Where(o => o.EndedAt is null).Select(o => o.MemberId).Append(remark.AuthorId);
        return
        [
            new(Key, nameof(ActivityRemarked), remark.Id, $"{activity.Path()}#talk", remark.MadeAt)
            {
                Follows = [itself],
                By = remark.AuthorId,
                Begins = [.. concerned.Distinct().Select(m => (m, itself))],
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
        var found = await db.Set<ActivityRemark>()
            .Where(r => ids.Contains(r.Id))
            .Join(
                db.Set<Activity>().HeldBy(reader),
                r => r.ActivityId,
                a => a.Id,
                (r, a) =>
                    new
                    {
                        r.Id,
                        a.Title,
                        a.Language,
                    }
            )
            .ToDictionaryAsync(r => r.Id, ct);
        return notices
            .Where(n => found.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n => new NoticeText(t["A new comment"], found[n.SubjectId].Title, found[n.SubjectId].Language, IsPublic: false)
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        db.Set<Activity>().HeldBy(reader).AnyAsync(a => db.Set<ActivityRemark>().Any(r => r.Id == subject && r.ActivityId == a.Id), ct);
}
