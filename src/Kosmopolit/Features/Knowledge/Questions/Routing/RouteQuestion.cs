using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>
/// Brings questions to the few who may know, one step at a time. Whatever is cut off is taken up again where the database says,
/// and nothing is done twice.
/// </summary>
public sealed class RouteQuestion(KosmopolitDb db, WhoKnows whoKnows, Neighbours neighbours, AskOne askOne, RouteLetters letters)
{
    /// <summary>Does what is due for one question; false when nothing is.</summary>
    public async Task<bool> Next(DateTimeOffset now, CancellationToken ct)
    {
        var route = await db.Set<QuestionRoute>().Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).FirstOrDefaultAsync(ct);
        if (route is null)
            return false;
        route.Take(now);
        if (await db.Save(QuestionRaces.Meanwhile, ct) is not null)
            return true; // Another node took it.
        await Go(route, now, ct);
        await db.Save(QuestionRaces.Meanwhile, ct);
        return true;
    }

    private async Task Go(QuestionRoute route, DateTimeOffset now, CancellationToken ct)
    {
        var question = await db.Set<Question>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == route.QuestionId, ct);
        if (question is not { State: QuestionState.Open, EmptiedAt: null } || await IsAnswered(question, ct))
        {
            route.Go(RouteStep.Done, now);
            return;
        }
        if (route.StepSince + QuestionRoute.Patience <= now && NextStep(route, question) is { } next)
        {
            route.Go(next, now);
            return;
        }
        if (route.Step == RouteStep.Adviser)
        {
            if (await letters.ToAdvisers(question, now, ct))
                route.Advised(now);
            route.Go(RouteStep.Done, now);
            return;
        }
        var asked = await AskSome(route, question, now, ct);
        if (asked > 0 || route.StepSince is not null)
            route.Wait(now);
        else if (question.Reach == Reach.NamedPerson)
            route.PutOff(question.AskedAt, now);
        else if (NextStep(route, question) is { } further)
            route.Go(further, now);
        else
            route.Go(RouteStep.Done, now);
    }

    // The asker's own words are no answer.
    private Task<bool> IsAnswered(Question question, CancellationToken ct) =>
        db.Set<Answer>().AnyAsync(a => a.QuestionId == question.Id && a.AuthorId != question.AskerId, ct);

    // What was asked of one person or of a network alone goes no further than its asker said.
    private static RouteStep? NextStep(QuestionRoute route, Question question)
    {
        if (question.Reach == Reach.NamedPerson)
            return RouteStep.Done;
        var mayGoOn = question.Reach == Reach.Public || question.MayGoOn;
        return route.Step switch
        {
            RouteStep.Nearest when mayGoOn => RouteStep.Neighbours,
            RouteStep.Nearest => RouteStep.Done,
            RouteStep.Neighbours => question.Reach == Reach.Public ? RouteStep.Adviser : RouteStep.Done,
            _ => RouteStep.Done,
        };
    }

    /// <returns>How many are asked at this step by now.</returns>
    private async Task<int> AskSome(QuestionRoute route, Question question, DateTimeOffset now, CancellationToken ct)
    {
        var asker = await Asker(question, now, ct);
        var known = await db.Set<Ask>().Where(a => a.QuestionId == question.Id).AsNoTracking().ToListAsync(ct);
        var wanted = question.Reach == Reach.NamedPerson ? 1 : QuestionRoute.Few;
        var missing = wanted - known.Count(a => a.Step == route.Step && a.PassedAt is null);
        if (missing <= 0)
            return wanted;
        var pool = await Pool(route.Step, question, asker, ct);
        var taken = 0;
        if (pool is not null)
            foreach (var knower in await whoKnows.About(question, asker, pool, ct))
            {
                if (taken >= missing)
                    break;
                if (known.All(a => a.MemberId != knower.Member) && await askOne.Run(question, knower, route.Step, now, ct))
                    taken++;
            }
        return wanted - missing + taken;
    }

    private async Task<Pool?> Pool(RouteStep step, Question question, Me asker, CancellationToken ct)
    {
        if (question.NamedId is { } named)
            return new Pool([], named);
        IReadOnlyList<Guid> own = question.NetworkId is { } network ? [network] : asker.Networks;
        if (step == RouteStep.Nearest)
            return new Pool(own);
        // A visitor has no network: everybody was among the nearest.
        return own.Count == 0 ? null : new Pool(await neighbours.Of(own, ct));
    }

    // A visitor's question goes by what everyone may know of people.
    private async Task<Me> Asker(Question question, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.Set<Member>().Where(m => m.Id == question.AskerId).Select(m => m.AccountId).SingleOrDefaultAsync(ct);
        return account is { } id ? await WhoAmI.Load(db, id, now) : Me.Visitor;
    }
}
