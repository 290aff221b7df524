using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

public sealed record CommentView(Comment Row, Signature By);

/// <param name="Thanked">By this reader.</param>
public sealed record AnswerView(Answer Row, Signature By, bool IsAccepted, int Thanks, bool Thanked, IReadOnlyList<CommentView> Comments);

/// <summary>A question with everything said about it, as one reader may see it.</summary>
/// <param name="To">Network or person it was asked of; null when everyone was.</param>
/// <param name="Outcome">What the asker told; null while they have not.</param>
public sealed record QuestionView(
    Question Row,
    Signature By,
    Signature? To,
    IReadOnlyList<AnswerView> Answers,
    IReadOnlyList<CommentView> Comments,
    FollowUp? Outcome
);

/// <summary>Reads one question whole: a fixed number of queries, however much was said.</summary>
public sealed class QuestionReading(KosmopolitDb db, Me me, Signing signing, Atlas atlas, Texts t)
{
    /// <summary>Null when this reader has no such question.</summary>
    public async Task<QuestionView?> Of(Guid id, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return null;
        var answers = await Answers(id, ct);
        var comments = await db.Set<Comment>()
            .Where(c => c.QuestionId == id)
            .OrderBy(c => c.MadeAt)
            .ThenBy(c => c.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var told = await db.Set<FollowUp>().AsNoTracking().SingleOrDefaultAsync(f => f.QuestionId == id && f.ToldAt != null, ct);
        Guid?[] said =
        [
            question.AskerId,
            question.NamedId,
            .. answers.Select(a => (Guid?)a.Row.AuthorId),
            .. comments.Select(c => (Guid?)c.AuthorId),
        ];
        var names = await signing.Members(said.OfType<Guid>(), ct);
        var voices = new Voices(question, [.. answers.Select(a => a.Row)], names, t, atlas);
        var views = comments.Select(c => new CommentView(c, voices.Of(c.AuthorId))).ToLookup(c => c.Row.AnswerId);
        return new QuestionView(
            question,
            voices.Asker,
            await To(question, names, ct),
            [.. answers.Select(a => new AnswerView(a.Row, voices.Of(a.Row), a.IsAccepted, a.Thanks, a.Thanked, [.. views[a.Row.Id]]))],
            [.. views[null]],
            told
        );
    }

    // The one that helped stands first, then in the order in which they were thanked for and written.
    private async Task<List<Given>> Answers(Guid question, CancellationToken ct)
    {
        var self = me.MemberId;
        var rows = await db.Set<Answer>()
            .Where(a => a.QuestionId == question)
            .Select(a => new Given(
                a,
                db.Set<Acceptance>().Any(x => x.AnswerId == a.Id),
                db.Set<Thanks>().Count(x => x.AnswerId == a.Id),
                db.Set<Thanks>().Any(x => x.AnswerId == a.Id && x.MemberId == self)
            ))
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.IsAccepted).ThenByDescending(r => r.Thanks).ThenBy(r => r.Row.AnsweredAt)];
    }

    private async Task<Signature?> To(Question question, Signatures names, CancellationToken ct)
    {
        if (question.Reach == Reach.NamedPerson)
            return names[question.NamedId];
        if (question.Reach != Reach.Network)
            return null;
        var network = await db
            .Networks.VisibleTo(me)
            .Where(n => n.Id == question.NetworkId)
            .Select(n => new { n.Name, n.Slug })
            .SingleOrDefaultAsync(ct);
        return network is null ? null : new Signature(network.Name, $"/networks/{network.Slug}");
    }

    private sealed record Given(Answer Row, bool IsAccepted, int Thanks, bool Thanked);
}

/// <summary>
/// Who says what on one page. Whoever asked or answered without a name keeps that voice in everything they add there:
/// a comment must not give away who wrote the answer above it.
/// </summary>
internal sealed class Voices(Question question, IReadOnlyList<Answer> answers, Signatures names, Texts t, Atlas atlas)
{
    public Signature Asker =>
        question.AskerId is null ? new Signature(t["A visitor"], null)
        : question.IsUnnamed ? new Signature(t["A member"], null)
        : names[question.AskerId];

    public Signature Of(Answer answer) => answer.Pen is { } pen ? new Signature(pen.Say(t, atlas), null) : names[answer.AuthorId];

    /// <summary>Of a comment.</summary>
    public Signature Of(Guid author)
    {
        if (question.IsUnnamed && question.AskerId == author)
            return new Signature(t["Whoever asked"], null);
        return answers.FirstOrDefault(a => a.AuthorId == author && a.IsUnnamed) is { Pen: { } pen }
            ? new Signature(pen.Say(t, atlas), null)
            : names[author];
    }
}
