using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>What time does to questions on their way: they are brought on, and mails of asks go out.</summary>
public sealed class RouteClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<RouteClock> log)
    : Worker(TimeSpan.FromSeconds(5), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<RouteQuestion>().Next(now, ct)
            | await scope.ServiceProvider.GetRequiredService<AskMail>().WriteNext(now, ct)
            | await scope.ServiceProvider.GetRequiredService<ForgetReplies>().Run(now, ct);
    }
}

/// <summary>Follows what happens to questions: one that was asked sets out, one that was passed on goes on, an answer ends the waiting.</summary>
public sealed class RouteKeeper(TimeProvider clock) : Subscriber
{
    /// <summary>What is older when its event comes by is not sent out any more: an import, a restored backup, the demo's past.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public override string Name => "question-routes";

    public override bool Wants(string kind) => kind is nameof(QuestionAsked) or nameof(AskPassed) or nameof(AnswerGiven);

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (happened.As<QuestionAsked>() is { } asked)
        {
            var fresh = now - Fresh;
            var question = await db.Set<Question>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == asked.QuestionId, ct);
            if (question?.AskedAt > fresh && !await db.Set<QuestionRoute>().AnyAsync(r => r.QuestionId == asked.QuestionId, ct))
                db.Add(new QuestionRoute(asked.QuestionId, now));
        }
        else if (happened.As<AskPassed>() is { } passed)
        {
            var route = await db.Set<QuestionRoute>().SingleOrDefaultAsync(r => r.QuestionId == passed.QuestionId, ct);
            route?.Again(now);
        }
        else if (happened.As<AnswerGiven>() is { } given)
            await Ease(db, given, now, ct);
    }

    // Whoever answered has done it; the others need not be written to any more.
    private static async Task Ease(KosmopolitDb db, AnswerGiven given, DateTimeOffset now, CancellationToken ct)
    {
        var author = await db.Set<Answers.Answer>()
            .Where(a => a.Id == given.AnswerId)
            .Select(a => (Guid?)a.AuthorId)
            .SingleOrDefaultAsync(ct);
        foreach (var ask in await db.Set<Ask>().Where(a => a.QuestionId == given.QuestionId).ToListAsync(ct))
            if (ask.MemberId == author)
                ask.Answered(now);
            else
                ask.MailAt(null);
        var route = await db.Set<QuestionRoute>().SingleOrDefaultAsync(r => r.QuestionId == given.QuestionId, ct);
        route?.Again(now);
    }
}
