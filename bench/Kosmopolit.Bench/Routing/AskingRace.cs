using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Routing;

/// <summary>
/// Asks all questions of the own set within four weeks, one after the other from members all over the country, and lets the
/// product bring them to people. Nobody answers, so that every step is taken. Counts who was asked how often.
/// </summary>
internal sealed class AskingRace(WebApplication app, BenchClock clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(2);

    public async Task<Dictionary<string, double>> Run(IReadOnlyList<OwnQuestion> questions, CancellationToken ct)
    {
        var askers = DemoWorld
            .Build(DemoWorld.Today)
            .Members.Where(m => m.AccountId is not null && m.Memberships.Any(s => s.EndedAt is null))
            .Select(m => m.Id)
            .ToList();
        for (var i = 0; i < questions.Count; i++)
        {
            clock.Now += Every;
            await Ask(questions[i], askers[i * 7 % askers.Count], ct);
            await Settle(ct);
        }
        await using var scope = app.Services.CreateAsyncScope();
        var asks = await scope.ServiceProvider.GetRequiredService<KosmopolitDb>().Set<Ask>().AsNoTracking().ToListAsync(ct);
        var byMember = asks.GroupBy(a => a.MemberId, a => a.At).ToDictionary(g => g.Key, g => g.Order().ToList());
        var most = byMember.Values.Select(MostInAWeek).DefaultIfEmpty().Max();
        return new()
        {
            ["questions"] = questions.Count,
            ["asks"] = asks.Count,
            ["people asked"] = byMember.Count,
            ["most within seven days"] = most,
            ["gini among those asked"] = Fairness.Gini(byMember.Values.Select(v => v.Count)),
            ["gini among all members"] = Fairness.Gini(askers.Select(a => byMember.GetValueOrDefault(a)?.Count ?? 0)),
        };
    }

    private static int MostInAWeek(List<DateTimeOffset> at) =>
        at.Select((first, i) => at.Skip(i).Count(later => later - first < Kosmopolit.Features.Knowledge.Questions.Routing.Ask.Span)).Max();

    private async Task Ask(OwnQuestion asked, Guid asker, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var question = new Question(asker, new Matter("", "", asked.Language), new Circle(Reach.Public), clock.Now);
        question.Word(asked.Text[..Math.Min(150, asked.Text.Length)], "", Urgency.CanWait);
        db.AddRange(question, new QuestionRoute(question.Id, clock.Now));
        await db.SaveChangesAsync(ct);
    }

    private async Task Settle(CancellationToken ct)
    {
        for (var more = true; more; )
        {
            await using var scope = app.Services.CreateAsyncScope();
            more = await scope.ServiceProvider.GetRequiredService<RouteQuestion>().Next(clock.Now, ct);
        }
    }
}
