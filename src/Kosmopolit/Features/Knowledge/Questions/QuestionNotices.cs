using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>
/// Tells of new questions to those who follow the country, the topic, the asker or belong to the network asked; and of
/// answers, comments and what helped to those who follow the question. Whoever did it without a name is followed nowhere.
/// </summary>
public sealed class QuestionNotices : NoticeSource
{
    public override string Key => "question";

    public override IReadOnlyCollection<string> Kinds { get; } =
    [nameof(QuestionAsked), nameof(AnswerGiven), nameof(AnswerAccepted), nameof(CommentMade)];

    public override async Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct) =>
        happened.Kind switch
        {
            nameof(QuestionAsked) => await Asked(db, happened.As<QuestionAsked>()!.QuestionId, ct),
            nameof(AnswerGiven) => await Answered(db, happened.As<AnswerGiven>()!, ct),
            nameof(AnswerAccepted) => await Helped(db, happened.As<AnswerAccepted>()!, ct),
            nameof(CommentMade) => await Commented(db, happened.As<CommentMade>()!, ct),
            _ => [],
        };

    public override async Task<IReadOnlyDictionary<Guid, NoticeText>> Read(
        KosmopolitDb db,
        Me reader,
        IReadOnlyCollection<Notice> notices,
        Texts t,
        CancellationToken ct
    )
    {
        var ids = notices.Select(n => n.SubjectId).Distinct().ToList();
        var questions = await Open(db, reader).Where(q => ids.Contains(q.Id)).AsNoTracking().ToDictionaryAsync(q => q.Id, ct);
        return notices
            .Where(n => questions.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n =>
                {
                    var question = questions[n.SubjectId];
                    return new NoticeText(
                        Sentence(n.Kind, question, reader, t),
                        question.Title,
                        question.Language,
                        question.Reach == Reach.Public
                    );
                }
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        Open(db, reader).AnyAsync(q => q.Id == subject, ct);

    private static IQueryable<Question> Open(KosmopolitDb db, Me reader) =>
        db.Set<Question>().VisibleTo(reader).Where(q => q.State != QuestionState.Withdrawn && q.EmptiedAt == null);

    private static string Sentence(string kind, Question question, Me reader, Texts t) =>
        kind switch
        {
            nameof(QuestionAsked) => question.NamedId is not null && question.NamedId == reader.MemberId
                ? t["Somebody asks you"]
                : t["A new question"],
            nameof(AnswerGiven) => question.AskerId == reader.MemberId ? t["An answer to your question"] : t["A new answer"],
            nameof(AnswerAccepted) => t["An answer that helped"],
            _ => t["A new comment"],
        };

    private async Task<IReadOnlyList<News>> Asked(KosmopolitDb db, Guid id, CancellationToken ct)
    {
        if (await Find(db, id, ct) is not { } question)
            return [];
        var begins = new[] { question.AskerId, question.NamedId }.OfType<Guid>().Select(m => (m, Itself(id)));
        return
        [
            About(question, nameof(QuestionAsked), question.AskedAt) with
            {
                Follows = [.. Near(question), .. Person(question.IsUnnamed ? null : question.AskerId), .. Far(question)],
                By = question.AskerId,
                Network = question.Reach == Reach.Network ? question.NetworkId : null,
                Begins = [.. begins],
            },
        ];
    }

    private async Task<IReadOnlyList<News>> Answered(KosmopolitDb db, AnswerGiven given, CancellationToken ct)
    {
        var answer = await db.Set<Answer>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == given.AnswerId, ct);
        if (answer is null || await Find(db, given.QuestionId, ct) is not { } question)
            return [];
        return
        [
            About(question, nameof(AnswerGiven), answer.AnsweredAt) with
            {
                Follows = [.. Near(question), .. Person(answer.IsUnnamed ? null : answer.AuthorId)],
                By = answer.AuthorId,
                Begins = [(answer.AuthorId, Itself(question.Id))],
            },
        ];
    }

    private async Task<IReadOnlyList<News>> Helped(KosmopolitDb db, AnswerAccepted accepted, CancellationToken ct)
    {
        var row = await db.Set<Acceptance>().AsNoTracking().SingleOrDefaultAsync(a => a.QuestionId == accepted.QuestionId, ct);
        if (row is null || row.AnswerId != accepted.AnswerId || await Find(db, accepted.QuestionId, ct) is not { } question)
            return [];
        return [About(question, nameof(AnswerAccepted), row.At) with { Follows = [.. Near(question)], By = row.ById }];
    }

    private async Task<IReadOnlyList<News>> Commented(KosmopolitDb db, CommentMade made, CancellationToken ct)
    {
        var comment = await db.Set<Comment>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == made.CommentId, ct);
        if (comment is null || comment.WithdrawnAt is not null || await Find(db, made.QuestionId, ct) is not { } question)
            return [];
        return [About(question, nameof(CommentMade), comment.MadeAt) with { Follows = [.. Near(question)], By = comment.AuthorId }];
    }

    private static Task<Question?> Find(KosmopolitDb db, Guid id, CancellationToken ct) =>
        db.Set<Question>()
            .AsNoTracking()
            .SingleOrDefaultAsync(q => q.Id == id && q.State != QuestionState.Withdrawn && q.EmptiedAt == null, ct);

    private News About(Question question, string kind, DateTimeOffset at) =>
        new(Key, kind, question.Id, $"/questions/{question.Id}", at) { IsPublic = question.Reach == Reach.Public };

    private static Followed Itself(Guid question) => Followed.Row(FollowKind.Question, question);

    private static IEnumerable<Followed> Near(Question question) => [Itself(question.Id)];

    private static IEnumerable<Followed> Person(Guid? member) => member is { } id ? [Followed.Row(FollowKind.Person, id)] : [];

    private static IEnumerable<Followed> Far(Question question)
    {
        if (question.Country.Length > 0)
            yield return new(FollowKind.Country, question.Country);
        if (question.Topic.Length > 0)
            yield return new(FollowKind.Topic, question.Topic);
    }
}
