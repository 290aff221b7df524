using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>Questions between two members, on which every verb about questions has something to work.</summary>
internal sealed record ApiQuestions(Question Own, Question Idle, Question Between, Question Theirs, Answer OwnAnswer, Answer TheirAnswer)
{
    public static async Task<ApiQuestions> Ask(House house, Guid network, Guid me, Guid other)
    {
        var now = house.Clock.GetUtcNow();
        var matter = new Matter("KE", "business", "en");
        var own = new Question(me, matter, new Circle(Reach.Network, network), now);
        own.Word("Which port?", "Tea, in sacks.", Urgency.WithinAWeek);
        var theirs = new Question(other, matter, new Circle(Reach.Network, network), now);
        theirs.Word("Which bank?", "", Urgency.CanWait);
        var idle = new Question(me, matter, new Circle(Reach.Public), now);
        idle.Word("Which hotel?", "", Urgency.CanWait);
        var between = new Question(me, matter, new Circle(Reach.NamedPerson, NamedId: other), now);
        between.Word("Which way?", "", Urgency.CanWait);
        await house.Store(own, idle, between, theirs);
        var mine = new Answer(theirs.Id, me, ("The one at the port", "en"), null, now);
        var answer = new Answer(own.Id, other, ("Mombasa", "en"), null, now);
        await house.Store(mine, answer);
        return new(own, idle, between, theirs, mine, answer);
    }

    public static IEnumerable<Example> Script(ApiWorld w)
    {
        var (own, theirs, none) = ($"/questions/{w.Questions.Own.Id}", $"/questions/{w.Questions.Theirs.Id}", $"/questions/{Guid.Empty}");
        var (mine, answer) = (w.Questions.OwnAnswer.Id, w.Questions.TheirAnswer.Id);
        return
        [
            new("getQuestions", "/questions?country=KE", Bad: "/questions?open=perhaps"),
            new("getQuestion", own, Missing: none),
            new(
                "postQuestion",
                Body: new
                {
                    title = "Which agent?",
                    country = "KE",
                    reach = "public",
                },
                Bad: new { title = "" }
            ),
            new("postAnswer", theirs + "/answers", new { text = "Ask at the harbour" }, new { text = "" }, Missing: none + "/answers"),
            new(
                "putAnswer",
                $"{theirs}/answers/{mine}",
                new { text = "The one in Moi Avenue" },
                new { text = "<b>x</b>" },
                Missing: $"{theirs}/answers/{Guid.Empty}"
            ),
            new("putThanks", $"{own}/answers/{answer}/thanks", Missing: $"{own}/answers/{Guid.Empty}/thanks"),
            new("putAccepted", own + "/accepted", new { answer }, new { answer = mine }, Missing: none + "/accepted"),
            new("postComment", own + "/comments", new { text = "In sacks of 60 kilos" }, new { text = "" }, Missing: none + "/comments"),
            new("putOutcome", own + "/outcome", new { help = "helped" }, new { help = "untold" }, Missing: none + "/outcome"),
            new("getMyNotices"),
            new("putMyNoticesRead"),
            new("getMyFollowing"),
            new(
                "putMyFollowing",
                $"/me/following/question/{w.Questions.Between.Id}",
                new { pace = "daily" },
                new { pace = "silent" },
                Missing: $"/me/following/question/{Guid.Empty}"
            ),
            new("deleteMyFollowing", $"/me/following/question/{w.Questions.Between.Id}", Missing: $"/me/following/question/{Guid.Empty}"),
            new("deleteQuestion", $"/questions/{w.Questions.Idle.Id}", Missing: none),
        ];
    }
}
