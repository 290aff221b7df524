using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>One question that waits for the reader.</summary>
public sealed record AskedView(Ask Row, Question Question);

/// <summary>What was asked of the reader and still waits.</summary>
public sealed class AskedOfMe(KosmopolitDb db, Me me)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<AskedView>> Read(CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return [];
        var rows = await db.Set<Ask>()
            .Where(a => a.MemberId == self && a.PassedAt == null && a.AnsweredAt == null)
            .Join(
                db.Set<Question>().VisibleTo(me).Where(q => q.State == QuestionState.Open && q.EmptiedAt == null),
                a => a.QuestionId,
                q => q.Id,
                (a, q) => new { Row = a, Question = q }
            )
            .OrderByDescending(x => x.Row.At)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. rows.Select(r => new AskedView(r.Row, r.Question))];
    }

    /// <summary>The reader's own ask of one question, while it waits; null when there is none.</summary>
    public async Task<Ask?> About(Guid question, CancellationToken ct = default) =>
        me.MemberId is not { } self
            ? null
            : await db.Set<Ask>()
                .AsNoTracking()
                .SingleOrDefaultAsync(
                    a => a.QuestionId == question && a.MemberId == self && a.PassedAt == null && a.AnsweredAt == null,
                    ct
                );
}
