using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Reads "asked of you" among the news. An ask writes its own notice, for one member and not for followers; its mail is its own.</summary>
public sealed class AskNotices : NoticeSource
{
    private const string Name = "ask";

    public override string Key => Name;

    public override IReadOnlyCollection<string> Kinds => [];

    /// <summary>On the site only: the mail of an ask takes an answer and goes out by itself.</summary>
    public static Notice Of(Ask ask, DateTimeOffset now) =>
        new(
            ask.MemberId,
            new News(Name, "AskedOfYou", ask.QuestionId, $"/questions/{ask.QuestionId}", now),
            Followed.Row(FollowKind.Question, ask.QuestionId),
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
        var questions = await Open(db, reader).Where(q => ids.Contains(q.Id)).AsNoTracking().ToDictionaryAsync(q => q.Id, ct);
        return notices.Where(n => questions.ContainsKey(n.SubjectId)).ToDictionary(n => n.Id, n => Text(questions[n.SubjectId], t));
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        Open(db, reader).AnyAsync(q => q.Id == subject, ct);

    private static IQueryable<Question> Open(KosmopolitDb db, Me reader) =>
        db.Set<Question>().VisibleTo(reader).Where(q => q.State != QuestionState.Withdrawn && q.EmptiedAt == null);

    private static NoticeText Text(Question question, Texts t) =>
        new(t["Asked of you"], question.Title, question.Language, question.Reach == Reach.Public);
}
