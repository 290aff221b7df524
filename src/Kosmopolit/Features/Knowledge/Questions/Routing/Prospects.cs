using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>What whoever asks may expect.</summary>
/// <param name="People">Those who may know, among those whom the question goes to first.</param>
/// <param name="Days">Within how many days the first answer usually comes, from 1; null as long as too few questions tell.</param>
public sealed record Prospect(int People, int? Days);

/// <summary>Says before a question is asked how many may know the answer, and when one usually comes. It goes by what the asker may see.</summary>
public sealed class Prospects(KosmopolitDb db, WhoKnows whoKnows, Remembered remembered, TimeProvider clock)
{
    /// <summary>Fewer answered questions than these say nothing about the next one.</summary>
    private const int Enough = 5;

    private const int Latest = 300;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(365);

    /// <param name="draft">Not stored yet.</param>
    /// <returns>Null for a question to one person: it is theirs to answer.</returns>
    public async Task<Prospect?> Of(Question draft, Me asker, CancellationToken ct = default)
    {
        if (draft.Reach == Reach.NamedPerson)
            return null;
        var pool = new Pool(draft.NetworkId is { } network ? [network] : asker.Networks);
        var people = await whoKnows.About(draft, asker, pool, ct);
        var usual = await remembered.For(asker, "first answers", 1, Usual);
        return new Prospect(people.Count, usual.Days);
    }

    private async Task<FirstAnswers> Usual(Me who)
    {
        var since = clock.GetUtcNow() - Lately;
        var rows = await db.Set<Question>()
            .VisibleTo(who)
            .Where(q => q.AskedAt > since)
            .OrderByDescending(q => q.AskedAt)
            .Take(Latest)
            .Select(q => new
            {
                q.AskedAt,
                First = db.Set<Answer>()
                    .Where(a => a.QuestionId == q.Id && a.AuthorId != q.AskerId)
                    .Min(a => (DateTimeOffset?)a.AnsweredAt),
            })
            .ToListAsync();
        List<double> days = [.. rows.Where(r => r.First is not null).Select(r => (r.First!.Value - r.AskedAt).TotalDays).Order()];
        return new FirstAnswers(days.Count < Enough ? null : Math.Max(1, (int)Math.Ceiling(days[days.Count / 2])));
    }

    private sealed record FirstAnswers(int? Days);
}
