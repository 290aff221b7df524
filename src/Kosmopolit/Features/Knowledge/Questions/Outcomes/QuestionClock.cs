using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Knowledge.Questions.Outcomes;

/// <summary>What time does to questions: asks what happened, forgets what visitors did not confirm.</summary>
public sealed class QuestionClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<QuestionClock> log)
    : Worker(TimeSpan.FromMinutes(5), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AskWhatHappened>().Next(ct)
            | await scope.ServiceProvider.GetRequiredService<ForgetVisitorQuestions>().Run(ct);
    }
}
