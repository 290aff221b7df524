using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>"Not me", and why.</summary>
public sealed class PassInput
{
    [EnumDataType(typeof(PassReason), ErrorMessage = "Choose from the list.")]
    public PassReason Reason { get; set; }

    /// <summary>Who knows better: the slug or the address of their page; may be empty.</summary>
    [StringLength(200)]
    public string? Somebody { get; set; }
}

/// <summary>Whoever was asked passes the question on; the reason makes the next choice better.</summary>
public sealed class PassAsk(KosmopolitDb db, Me me, AskOne askOne, TimeProvider clock)
{
    /// <summary>The reader's own ask; null when there is none of theirs with this key.</summary>
    public Task<Ask?> Mine(Guid id, CancellationToken ct = default) =>
        db.Set<Ask>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.MemberId == me.MemberId, ct);

    public async Task<Refusal?> Run(Guid id, PassInput input, CancellationToken ct = default)
    {
        if (await db.Set<Ask>().SingleOrDefaultAsync(a => a.Id == id && a.MemberId == me.MemberId, ct) is not { } ask)
            return new Refusal("This is no longer here.") { Kind = RefusalKind.Gone };
        var (somebody, odd) = input.Reason == PassReason.KnowSomebody ? await Somebody(ask, input, ct) : (null, null);
        if ((odd ?? ask.Pass(input.Reason, clock.GetUtcNow())) is { } refusal)
            return refusal;
        if (await db.Save(QuestionRaces.Meanwhile, ct) is { } lost)
            return lost;
        if (somebody is not null)
            await Instead(ask, somebody.Value, ct);
        return null;
    }

    private async Task<(Guid? Member, Refusal? Refusal)> Somebody(Ask ask, PassInput input, CancellationToken ct)
    {
        var slug = PlainText.Clean(input.Somebody).Split('?')[0].TrimEnd('/').Split('/')[^1];
        if (slug.Length == 0)
            return (null, null);
        var networks = await db.Set<Question>()
            .Where(q => q.Id == ask.QuestionId)
            .Select(q => new { q.Reach, q.NetworkId })
            .SingleAsync(ct);
        // Whoever may not read it cannot be asked it.
        var found = await db
            .Members.VisibleTo(me)
            .Where(s => s.Member.Slug == slug && s.Member.Id != me.MemberId && s.Member.AccountId != null)
            .Where(s =>
                networks.Reach == Reach.Public || s.Member.Memberships.Any(m => m.EndedAt == null && m.NetworkId == networks.NetworkId)
            )
            .Select(s => (Guid?)s.Member.Id)
            .SingleOrDefaultAsync(ct);
        return found is null
            ? (
                null,
                new Refusal("Paste the address of a page that you see, of somebody who may read this question.", nameof(input.Somebody))
            )
            : (found, null);
    }

    private async Task Instead(Ask ask, Guid somebody, CancellationToken ct)
    {
        var question = await db.Set<Question>().AsNoTracking().SingleAsync(q => q.Id == ask.QuestionId, ct);
        if (question.AskerId == somebody || question.Reach == Reach.NamedPerson)
            return;
        // Named by a colleague: as one who knows them, not as one who reads their page.
        var knower = new Knower(somebody, 0, [new Evidence(EvidenceKind.Named)], [question.Language]);
        await askOne.Run(question, knower, ask.Step, clock.GetUtcNow(), ct);
    }
}
