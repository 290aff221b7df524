using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Lets questions that still wait be brought to members who know the country, so that the desk and their pages show it.</summary>
internal static class DemoAsks
{
    public static IReadOnlyList<Platform.Data.Entity> Of(
        IReadOnlyList<Platform.Data.Entity> rows,
        IReadOnlyList<Member> members,
        DateTimeOffset now
    )
    {
        var answered = rows.OfType<Answer>().Select(a => a.QuestionId).ToHashSet();
        var asks = new List<Platform.Data.Entity>();
        var numbers = new Dictionary<Guid, int>();
        foreach (var question in rows.OfType<Question>().Where(q => q.State == QuestionState.Open && !answered.Contains(q.Id)))
        {
            var knowers = members
                .Where(m => m.Id != question.AskerId && m.AccountId is not null && IsOf(m, question))
                .Select(m =>
                    (Member: m, Market: m.Markets.FirstOrDefault(k => k.Country == question.Country && k.Audience >= Audience.MyNetwork))
                )
                .Where(k => k.Market is not null && numbers.GetValueOrDefault(k.Member.Id) < Ask.MostAWeek)
                .Take(QuestionRoute.Few)
                .ToList();
            foreach (var (member, market) in knowers)
            {
                numbers[member.Id] = numbers.GetValueOrDefault(member.Id) + 1;
                var because = new Evidence(EvidenceKind.Market, market!.Country, (int)market.Basis)
                {
                    Contact = market.LastContactYear ?? 0,
                };
                asks.Add(
                    new Ask(question, new Knower(member.Id, 1, [because], []), numbers[member.Id], RouteStep.Nearest, question.AskedAt)
                );
            }
            var route = new QuestionRoute(question.Id, question.AskedAt);
            // What is older goes no further by itself.
            if (question.AskedAt < now - QuestionRoute.Patience)
                route.Go(RouteStep.Done, question.AskedAt);
            else
                route.Wait(question.AskedAt);
            asks.Add(route);
        }
        return asks;
    }

    private static bool IsOf(Member member, Question question) =>
        question.Reach == Reach.Public || member.Memberships.Any(s => s.NetworkId == question.NetworkId && s.EndedAt is null);
}
