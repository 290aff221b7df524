using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Tells whoever answered, and those who follow the question, that the answer stands in a text; its writer is asked whether they stand for it there.</summary>
public sealed class TakenNotices : NoticeSource
{
    public override string Key => "taken";

    public override IReadOnlyCollection<string> Kinds { get; } = [nameof(AnswerTaken)];

    public override async Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        if (happened.As<AnswerTaken>() is not { } taken)
            return [];
        var row = await db.Set<Answer>()
            .Where(a => a.Id == taken.AnswerId && a.EmptiedAt == null)
            .Join(
                db.Set<Question>().Where(q => q.State != QuestionState.Withdrawn && q.EmptiedAt == null),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new
                    {
                        a.QuestionId,
                        a.AuthorId,
                        IsPublic = q.Reach == Reach.Public,
                    }
            )
            .SingleOrDefaultAsync(ct);
        var version = await db.Set<ArticleVersion>()
            .Where(v => v.ArticleId == taken.ArticleId && v.AnswerId == taken.AnswerId)
            .OrderByDescending(v => v.Number)
            .Select(v => new { v.ById, v.At })
            .FirstOrDefaultAsync(ct);
        return row is null || version is null
            ? []
            :
            [
                new News(Key, nameof(AnswerTaken), taken.AnswerId, $"/questions/{row.QuestionId}", happened.At)
                {
                    Follows = [Followed.Row(FollowKind.Question, row.QuestionId)],
                    // Whoever answered hears of it also when they followed nothing so far.
                    Begins = [(row.AuthorId, Followed.Row(FollowKind.Question, row.QuestionId))],
                    By = version.ById,
                    IsPublic = row.IsPublic,
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
        var found = await Answers(db, reader)
            .Where(a => ids.Contains(a.Id))
            .Join(
                db.Set<Question>().VisibleTo(reader),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new
                    {
                        a.Id,
                        a.AuthorId,
                        q.Title,
                        q.Language,
                        IsPublic = q.Reach == Reach.Public,
                    }
            )
            .ToDictionaryAsync(a => a.Id, ct);
        return notices
            .Where(n => found.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n =>
                    found[n.SubjectId] is var a && a.AuthorId == reader.MemberId
                        ? new NoticeText(
                            t["Your answer stands in the knowledge bank. Do you stand for it there?"],
                            a.Title,
                            a.Language,
                            a.IsPublic
                        )
                        : new NoticeText(t["An answer stands in the knowledge bank"], a.Title, a.Language, a.IsPublic)
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        Answers(db, reader).AnyAsync(a => a.Id == subject, ct);

    private static IQueryable<Answer> Answers(KosmopolitDb db, Me reader) =>
        db.Set<Answer>().VisibleTo(db, reader).Where(a => a.EmptiedAt == null);
}
