using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>What somebody who is about to leave asked and answered, in words that stand nowhere else.</summary>
internal static class LeaverInQuestions
{
    /// <summary>What she agreed to leave behind.</summary>
    public const string Staying = "Nudibranch wisdom";

    private const string Note = "Quibblefish note";

    /// <param name="other">Another member, whose rows these lean on.</param>
    public static async Task Settle(House house, Member member, Member other)
    {
        var now = house.Clock.GetUtcNow();
        var matter = new Matter("KM", "culture", "en");
        var (own, kept) = (
            new Question(member.Id, matter, new Circle(Reach.Public), now),
            new Question(member.Id, matter, new(Reach.Public), now)
        );
        own.Word(Note, Note, Urgency.CanWait);
        kept.Word(Staying, Staying, Urgency.CanWait);
        kept.Sign(unnamed: false, mayStay: true);
        own.Settle(member.Id, now);
        var theirs = new Question(other.Id, matter, new Circle(Reach.NamedPerson, NamedId: member.Id), now);
        theirs.Word("Hello", "Hello", Urgency.CanWait);
        await house.Store(own, kept, theirs);
        var (answer, stays) = (
            new Answer(theirs.Id, member.Id, (Note, "en"), null, now),
            new Answer(theirs.Id, member.Id, (Staying, "en"), null, now)
        );
        stays.Leave(mayStay: true);
        var helped = new Answer(own.Id, other.Id, ("Good advice", "en"), null, now);
        await house.Store(answer, stays, helped);
        var told = new FollowUp(own.Id);
        told.Tell(Help.Helped, Note, "en", now);
        var asked = VisitorQuestion.Write(
            (Leaver.Email, Leaver.Email.ToUpperInvariant()),
            matter,
            (Note, Note, Urgency.CanWait),
            "en",
            now
        );
        await house.Store(
            new Acceptance(own.Id, helped.Id, member.Id, now),
            new Thanks(helped, member.Id, now),
            new Comment(own.Id, null, member.Id, (Note, "en"), now),
            told,
            asked.Row,
            new Follow(member.Id, new Followed(FollowKind.Country, "KM"), Pace.Daily, now),
            new Follow(other.Id, Followed.Row(FollowKind.Person, member.Id), Pace.Daily, now),
            new Notice(member.Id, News(theirs, now), Followed.Row(FollowKind.Question, theirs.Id), now, null),
            new Notice(other.Id, News(own, now), Followed.Row(FollowKind.Person, member.Id), now, null),
            new NoticeMailStopped(member.Id, now),
            new AskWishes(member.Id)
        );
        var brought = new Ask(theirs, new Knower(member.Id, 1, [], []), 1, RouteStep.Nearest, now);
        await house.Store(brought);
        await house.Store(new PendingReply(brought, Note, now));
    }

    private static News News(Question question, DateTimeOffset now) =>
        new("question", nameof(QuestionAsked), question.Id, $"/questions/{question.Id}", now);
}
