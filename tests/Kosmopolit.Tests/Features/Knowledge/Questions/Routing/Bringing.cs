using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Routing;

/// <summary>Brings questions to people, as the worker would.</summary>
internal static class Bringing
{
    public static readonly Circle Everyone = new(Reach.Public);

    /// <summary>Somebody who declares to have traded in a country, shown to their network.</summary>
    public static Task<Member> Trader(
        this Village village,
        string email,
        string name,
        string country = "SA",
        Audience audience = Audience.MyNetwork,
        bool away = false
    ) =>
        village.Settle(
            email,
            name,
            away ? village.Away : village.Home,
            m =>
                m.Declare(
                    new MarketKnowledge(m.Id, new Ground(country, Basis.Traded, 2005, 2020, "", 2025), audience).About(
                        Topics.Culture,
                        "",
                        "en"
                    )
                )
        );

    /// <summary>A question that sets out now.</summary>
    public static async Task<Question> SetsOut(
        this Village village,
        Guid? asker,
        Circle circle,
        string title = Asking.Title,
        bool mayGoOn = false
    )
    {
        var now = village.House.Clock.GetUtcNow();
        var question = new Question(asker, new Matter("SA", "culture", "en"), circle, now);
        question.Word(title, "", Urgency.CanWait);
        question.GoOn(mayGoOn);
        await village.House.Store(question);
        // The log's worker may have been faster.
        await village.House.Do(async db =>
        {
            db.Add(new QuestionRoute(question.Id, now));
            await Kosmopolit.Platform.Data.Saving.Save(db, new Kosmopolit.Platform.Refusal("known"), Until.Stopped);
        });
        return question;
    }

    /// <summary>Until nothing is due any more.</summary>
    public static async Task Bring(this House house)
    {
        for (var again = true; again; )
        {
            await using var scope = house.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<RouteQuestion>().Next(house.Clock.GetUtcNow(), Until.Stopped);
        }
    }

    public static async Task WriteAsks(this House house)
    {
        for (var again = true; again; )
        {
            await using var scope = house.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<AskMail>().WriteNext(house.Clock.GetUtcNow(), Until.Stopped);
        }
    }

    public static async Task<List<Ask>> AsksOf(this House house, Question question) =>
        [.. (await house.All<Ask>()).Where(a => a.QuestionId == question.Id)];
}
