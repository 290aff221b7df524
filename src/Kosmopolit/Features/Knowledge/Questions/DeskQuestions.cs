using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>Questions to the network that nobody has answered for two days.</summary>
public sealed class DeskQuestions(KosmopolitDb db) : DeskSource
{
    private const int Shown = 5;

    private static readonly TimeSpan Waiting = TimeSpan.FromDays(2);

    public override int Order => 30;

    public override string Heading(Texts t) => t["Unanswered questions"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var before = visit.Now - Waiting;
        var rows = await db.Set<Question>()
            .VisibleTo(visit.Reader)
            .Where(q => q.NetworkId == visit.Network.Id && q.State == QuestionState.Open && q.EmptiedAt == null && q.AskedAt <= before)
            .Where(q => !db.Set<Answer>().Any(a => a.QuestionId == q.Id))
            .OrderByDescending(q => q.Urgency)
            .ThenBy(q => q.AskedAt)
            .Take(Shown)
            .Select(q => new
            {
                q.Id,
                q.Title,
                q.AskedAt,
            })
            .ToListAsync(ct);
        var t = visit.Texts;
        return
        [
            .. rows.Select(q => new DeskRow(
                t.Count(
                    "“{1}” has waited for {0} day.",
                    "“{1}” has waited for {0} days.",
                    (long)(visit.Now - q.AskedAt).TotalDays,
                    q.Title
                ),
                t["Answer it, or think of somebody who can"],
                $"/questions/{q.Id}"
            )
            {
                Due = q.AskedAt,
            }),
        ];
    }
}
