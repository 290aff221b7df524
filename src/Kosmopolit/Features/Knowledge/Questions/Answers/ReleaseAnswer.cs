using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>Who has agreed, as far as one of the two may know.</summary>
/// <param name="Mine">The reader's own yes.</param>
/// <param name="Both">The answer may be taken into the bank.</param>
public sealed record ReleaseStanding(bool Mine, bool Theirs)
{
    public bool Both => Mine && Theirs;
}

/// <summary>Whoever asked or answered in a narrower circle says whether the answer may go where everyone reads.</summary>
public sealed class ReleaseAnswer(KosmopolitDb db, Me me, TimeProvider clock)
{
    internal static readonly Refusal Reworded = new(
        "The answer was changed while you read it. Read it once more, and say yes if it still may."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <param name="read">Revision of the answer as whoever agrees had it before them; a no needs none.</param>
    public async Task<Refusal?> Run(Guid id, bool agrees, int? read = null, CancellationToken ct = default)
    {
        // Taken before the words are read: a change that comes in between is younger than the yes.
        var now = clock.GetUtcNow();
        var answer = await db.Set<Answer>().VisibleTo(db, me).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (answer is null || await Question(answer, ct) is not { } question)
            return new Refusal("This answer is not here.") { Kind = RefusalKind.Gone };
        var (asAsker, asAuthor) = (me.IsAsker(question), me.MemberId == answer.AuthorId);
        if (!asAsker && !asAuthor)
            return new Refusal("Only whoever asked and whoever answered decide about this.") { Kind = RefusalKind.NotYours };
        if (question.Reach == Reach.Public || answer.EmptiedAt is not null || !await IsAccepted(id, ct))
            return new Refusal("There is nothing to agree to.");
        if (agrees && read != answer.Revision)
            return Reworded;
        var release = await db.Set<AnswerRelease>().SingleOrDefaultAsync(r => r.AnswerId == id, ct);
        if (release is null)
            db.Add(release = new AnswerRelease(id));
        release.Say(agrees, asAsker, asAuthor, now);
        // Only the other of the two hears of it: nobody else in the circle learns what either wants.
        if (
            agrees
            && (asAsker ? answer.AuthorId : question.AskerId) is { } other
            && other != me.MemberId
            && !await IsTold(other, answer, ct)
        )
            db.Add(ReleaseNotices.Of(other, answer, now));
        return await db.Save(QuestionRaces.Meanwhile, ct);
    }

    /// <summary>Null for everybody but the two.</summary>
    public async Task<ReleaseStanding?> Of(Question question, Answer answer, CancellationToken ct = default)
    {
        var (asAsker, asAuthor) = (me.IsAsker(question), me.MemberId == answer.AuthorId);
        if ((!asAsker && !asAuthor) || question.Reach == Reach.Public || question.AskerId is null)
            return null;
        var row = await db.Set<AnswerRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.AnswerId == answer.Id, ct);
        var since = answer.ChangedAt ?? answer.AnsweredAt;
        var (asker, author) = (row?.AskerAt >= since, row?.AuthorAt >= since && await IsReadByAuthor(answer.Id, ct));
        return new ReleaseStanding(
            (asAsker && asker) || (asAuthor && author),
            asAsker && asAuthor ? asker
                : asAsker ? author
                : asker
        );
    }

    private Task<Question?> Question(Answer answer, CancellationToken ct) =>
        db.Set<Question>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(q => q.Id == answer.QuestionId, ct);

    private Task<bool> IsAccepted(Guid answer, CancellationToken ct) => db.Set<Acceptance>().AnyAsync(a => a.AnswerId == answer, ct);

    private Task<bool> IsReadByAuthor(Guid answer, CancellationToken ct) =>
        db.Set<Answer>().ReadByAuthors(db).AnyAsync(a => a.Id == answer, ct);

    // Of the words as they stand: changed words are asked for anew.
    private Task<bool> IsTold(Guid member, Answer answer, CancellationToken ct)
    {
        var since = answer.ChangedAt ?? answer.AnsweredAt;
        return db.Set<Notice>()
            .AnyAsync(n => n.MemberId == member && n.Source == ReleaseNotices.Name && n.SubjectId == answer.Id && n.At >= since, ct);
    }
}
