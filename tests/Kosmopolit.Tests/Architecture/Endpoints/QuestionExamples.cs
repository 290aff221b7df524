using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Real addresses of questions in the demo world: one of each circle.</summary>
internal sealed class QuestionExamples(KosmopolitDb db)
{
    public async Task<Dictionary<string, (string, string)[]>> Collect()
    {
        var skane = await db.Set<Network>().Where(n => n.Slug == "skane").Select(n => n.Id).SingleAsync();
        var asked = db.Set<Question>().Where(q => db.Set<Answer>().Any(a => a.QuestionId == q.Id)).OrderBy(q => q.Id);
        var open = await asked.Where(q => q.Reach == Reach.Public && q.State == QuestionState.Open).Select(q => q.Id).FirstAsync();
        var near = await asked.Where(q => q.NetworkId == skane).Select(q => q.Id).FirstAsync();
        var answer = await db.Set<Answer>().Where(a => a.QuestionId == near).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        var (helped, help) = await Helped();
        var pages = new Dictionary<string, (string, string)[]>
        {
            ["/questions/{id:guid}"] = Of(open, near, ""),
            ["/questions/{id:guid}/answers/{answer:guid}"] =
            [
                ("of Skåne", $"/questions/{near}/answers/{answer}"),
                ("none", $"/questions/{open}/answers/{Guid.Empty}"),
            ],
            ["/questions/{id:guid}/answers/{answer:guid}/history"] =
            [
                ("of Skåne", $"/questions/{near}/answers/{answer}/history"),
                ("none", $"/questions/{open}/answers/{Guid.Empty}/history"),
            ],
            ["/questions/{id:guid}/answers/{answer:guid}/texts"] =
            [
                ("helped in public", $"/questions/{helped}/answers/{help}/texts"),
                ("of another question", $"/questions/{open}/answers/{help}/texts"),
                ("of Skåne", $"/questions/{near}/answers/{answer}/texts"),
            ],
            ["/helped/{ticket}"] = [("forged", "/helped/forged")],
            ["/questions/mine/{token}"] = [("forged", "/questions/mine/forged")],
            ["/follow/{kind}/{target}"] =
            [
                ("a country", "/follow/country/IQ"),
                ("a question of Skåne", $"/follow/question/{near}"),
                ("nothing", "/follow/nothing/x"),
            ],
            ["/api/v1/me/following/{kind}/{target}"] =
            [
                ("a country", "/api/v1/me/following/country/IQ"),
                ("nothing", "/api/v1/me/following/nothing/x"),
            ],
            ["/ask-mail/{token}"] = [("forged", "/ask-mail/forged")],
            ["/ask-mail/{token}/stop"] = [("forged", "/ask-mail/forged/stop")],
            ["/mailed-answer/{ticket}"] = [("forged", "/mailed-answer/forged")],
            ["/me/asked/{id:guid}"] = [("forged", $"/me/asked/{Guid.Empty}")],
            ["/notice-mail/{token}"] = [("forged", "/notice-mail/forged")],
            ["/notice-mail/{token}/stop"] = [("forged", "/notice-mail/forged/stop")],
            ["/what-happened/{ticket}"] = [("forged", "/what-happened/forged")],
        };
        foreach (var part in new[] { "", "/answers", "/accepted", "/comments", "/outcome" })
            pages[$"/api/v1/questions/{{id:guid}}{part}"] = [.. Of(open, near, part).Select(e => (e.Name, "/api/v1" + e.Address))];
        foreach (var part in new[] { "", "/thanks" })
            pages[$"/api/v1/questions/{{id:guid}}/answers/{{answer:guid}}{part}"] =
            [
                ("of Skåne", $"/api/v1/questions/{near}/answers/{answer}{part}"),
                ("none", $"/api/v1/questions/{open}/answers/{Guid.Empty}{part}"),
            ];
        return pages;
    }

    /// <summary>A question of everybody and the answer that helped.</summary>
    private async Task<(Guid Question, Guid Answer)> Helped()
    {
        var row = await db.Set<Acceptance>()
            .Where(x => db.Set<Question>().Any(q => q.Id == x.QuestionId && q.Reach == Reach.Public))
            .OrderBy(x => x.Id)
            .FirstAsync();
        return (row.QuestionId, row.AnswerId);
    }

    private static (string Name, string Address)[] Of(Guid open, Guid near, string part) =>
        [("of everyone", $"/questions/{open}{part}"), ("of Skåne", $"/questions/{near}{part}"), ("none", $"/questions/{Guid.Empty}{part}")];
}
