using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>Tells the other of the two, and nobody else, that an answer may go into the knowledge bank if they agree as well.</summary>
public sealed class ReleaseNotices : NoticeSource
{
    public const string Name = "release";

    public override string Key => Name;

    public override IReadOnlyCollection<string> Kinds => [];

    public static Notice Of(Guid member, Answer answer, DateTimeOffset now) =>
        new(
            member,
            new News(Name, "ReleaseWanted", answer.Id, $"/questions/{answer.QuestionId}", now),
            Followed.Row(FollowKind.Question, answer.QuestionId),
            now,
            due: null
        );

    public override Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<News>>([]);

    public override async Task<IReadOnlyDictionary<Guid, NoticeText>> Read(
        KosmopolitDb db,
        Me reader,
        IReadOnlyCollection<Notice> notices,
        Texts t,
        CancellationToken ct
    )
    {
        var ids = notices.Select(n => n.SubjectId).Distinct().ToList();
        var questions = await Answers(db, reader)
            .Where(a => ids.Contains(a.Id))
            .Join(
                db.Set<Question>().VisibleTo(reader),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new
                    {
                        a.Id,
                        q.Title,
                        q.Language,
                    }
            )
            .ToDictionaryAsync(a => a.Id, ct);
        return notices
            .Where(n => questions.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n => new NoticeText(
                    t["May this answer go into the knowledge bank?"],
                    questions[n.SubjectId].Title,
                    questions[n.SubjectId].Language,
                    IsPublic: false
                )
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        Answers(db, reader).AnyAsync(a => a.Id == subject, ct);

    private static IQueryable<Answer> Answers(KosmopolitDb db, Me reader) =>
        db.Set<Answer>().VisibleTo(db, reader).Where(a => a.EmptiedAt == null);
}
