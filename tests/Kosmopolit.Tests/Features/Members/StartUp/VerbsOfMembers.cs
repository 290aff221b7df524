using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Talk;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Leaving;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Platform.Pictures;
using Kosmopolit.Tests.World;
using static Kosmopolit.Tests.Features.Members.StartUp.PrivilegedVerbs;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>The verbs by which members run their network and their firms, as a former facilitator would try them.</summary>
internal static class VerbsOfMembers
{
    public static readonly IReadOnlyDictionary<string, Attempt> Table = new Dictionary<string, Attempt>
    {
        ["LeaveFirm.Leave"] = (s, _, _) => Get<LeaveFirm>(s).Leave(Guid.Empty),
        ["LeaveFirm.Remove"] = (s, _, _) => Get<LeaveFirm>(s).Remove(Guid.Empty, Guid.Empty),
        ["LeaveFirm.Close"] = (s, _, _) => Get<LeaveFirm>(s).Close(Guid.Empty),
        ["BringSheet.Match"] = (s, n, _) => Quietly(Get<BringSheet>(s).Match(Sheet(n), new MatchInput())),
        ["BringSheet.ThrowAway"] = (s, n, _) => Quietly(Get<BringSheet>(s).ThrowAway(Sheet(n))),
        ["ConfirmImport.Run"] = (s, n, _) => Get<ConfirmImport>(s).Run(n, Guid.Empty, "en"),
        ["ConfirmImport.Undo"] = (s, n, _) => Get<ConfirmImport>(s).Undo(n, Guid.Empty),
        ["SuspendMember.Suspend"] = (s, n, _) =>
            Get<SuspendMember>(s).Suspend(n, Guid.Empty, new SuspensionInput { Reason = "Mine", Until = "2031-01-01" }),
        ["SuspendMember.Lift"] = (s, n, _) => Get<SuspendMember>(s).Lift(n, Guid.Empty),
        ["CallBallot.Run"] = (s, n, _) => Get<CallBallot>(s).Run(n, Guid.Empty, new CallInput()),
        ["Papers.HandOut"] = (s, n, _) => Get<Papers>(s).HandOut(n, Guid.Empty, Guid.Empty, false),
        ["Papers.Enter"] = (s, n, _) => Get<Papers>(s).Enter(n, Guid.Empty, ["yes"]),
        ["Papers.NameTeller"] = (s, n, _) => Get<Papers>(s).NameTeller(n, Guid.Empty, null),
        ["Discuss.Say"] = (s, n, _) => Get<Discuss>(s).Say(n, Guid.Empty, new RemarkInput { Text = "Mine" }),
        ["Discuss.Change"] = (s, n, _) => Get<Discuss>(s).Change(n, Guid.Empty, new RemarkInput { Text = "Mine" }),
        ["Discuss.TakeBack"] = (s, n, _) => Get<Discuss>(s).TakeBack(n, Guid.Empty, Guid.Empty),
        ["Discuss.Support"] = (s, n, _) => Get<Discuss>(s).Support(n, Guid.Empty, true),
        ["Propose.Run"] = (s, n, _) => Outcome(Get<Propose>(s).Run(n, new ProposeInput { Title = "Mine", Text = "Mine" })),
        ["Stand.Run"] = (s, n, _) => Get<Stand>(s).Run(n, Guid.Empty, new StandInput { Name = "Me", Pitch = "Mine" }),
        ["Stand.StepBack"] = (s, n, _) => Get<Stand>(s).StepBack(n, Guid.Empty),
        ["RemoveMember.Propose"] = (s, n, _) => Get<RemoveMember>(s).Propose(n, Guid.Empty, new RemovalInput { Reason = "Mine" }),
        ["RemoveMember.Second"] = (s, n, _) => Get<RemoveMember>(s).Second(n, Guid.Empty),
        ["RemoveMember.Drop"] = (s, n, _) => Get<RemoveMember>(s).Drop(n, Guid.Empty),
        ["AnswerLetter.Confirm"] = (s, n, _) => Get<AnswerLetter>(s).Confirm(Letter(n), n),
        ["AnswerLetter.Run"] = (s, n, _) => Get<AnswerLetter>(s).Run(n, new LetterAnswerInput { Text = "Mine" }),
        ["AnswerPartnership.Run"] = (s, _, _) => Get<AnswerPartnership>(s).Run(new PartnerAnswer { Verb = "accept" }),
        ["ProposePartnership.Run"] = (s, n, _) => Get<ProposePartnership>(s).Run(n, new ProposalInput { Wish = "Mine" }),
        ["AddPicture.Run"] = (s, _, _) => Outcome(Get<AddPicture>(s).Run(Drawing.Brought(), "Mine")),
        ["BeginArticle.Run"] = (s, _, _) => Outcome(Get<BeginArticle>(s).Run(Text(), null)),
        ["ChangeArticle.Run"] = (s, _, _) => Get<ChangeArticle>(s).Run("iq-culture-sv", Text()),
        ["ChangeArticle.Revert"] = (s, _, _) => Get<ChangeArticle>(s).Revert("iq-culture-sv", 1, ""),
        ["SpeakUp.Mark"] = (s, _, _) => Outcome(Get<SpeakUp>(s).Mark("iq-culture-sv", new VoiceInput())),
        ["SpeakUp.Speak"] = (s, _, _) => Get<SpeakUp>(s).Speak(Guid.Empty, true, new VoiceInput()),
        ["SpeakUp.SeenThere"] = (s, _, _) => Get<SpeakUp>(s).SeenThere(Guid.Empty, true, new VoiceInput()),
        ["SpeakUp.SeenAgain"] = (s, _, _) => Get<SpeakUp>(s).SeenAgain(Guid.Empty),
        ["SpeakUp.Withdraw"] = (s, _, _) => Get<SpeakUp>(s).Withdraw(Guid.Empty),
        ["SpeakUp.Supersede"] = (s, _, _) => Get<SpeakUp>(s).Supersede(Guid.Empty, Guid.Empty),
        ["AskQuestion.Run"] = (s, n, _) => Outcome(Get<AskQuestion>(s).Run(new AskInput { Title = "Mine", Network = n.Slug })),
        ["AnswerQuestion.Run"] = (s, _, _) => Outcome(Get<AnswerQuestion>(s).Run(Guid.Empty, new AnswerInput { Text = "Mine" })),
        ["CommentOn.Run"] = (s, _, _) => Get<CommentOn>(s).Run(Guid.Empty, new CommentInput { Text = "Mine" }),
        ["CommentOn.TakeBack"] = (s, _, _) => Get<CommentOn>(s).TakeBack(Guid.Empty, Guid.Empty),
        ["Thank.Run"] = (s, _, _) => Get<Thank>(s).Run(Guid.Empty),
        ["ProposeActivity.Run"] = (s, n, _) => Outcome(Get<ProposeActivity>(s).Run(new ActivityInput { Title = "Mine", Network = n.Slug })),
        ["CarryActivity.TakeOn"] = (s, _, _) => Get<CarryActivity>(s).TakeOn(Guid.Empty),
        ["CarryActivity.PutDown"] = (s, _, _) => Get<CarryActivity>(s).PutDown(Guid.Empty),
        ["CarryActivity.AskIn"] = (s, _, _) => Get<CarryActivity>(s).AskIn(Guid.Empty, Guid.Empty),
        ["CarryActivity.HoldWith"] = (s, n, _) => Get<CarryActivity>(s).HoldWith(Guid.Empty, new HelpInput { Who = n.Slug }),
        ["AnswerHosting.Agree"] = (s, _, _) => Get<AnswerHosting>(s).Agree(Guid.Empty, Guid.Empty),
        ["AnswerHosting.End"] = (s, _, _) => Get<AnswerHosting>(s).End(Guid.Empty, Guid.Empty),
        ["CarryActivity.Wish"] = (s, _, _) => Get<CarryActivity>(s).Wish(Guid.Empty, new HelpInput { Words = "Mine" }),
        ["CarryActivity.Do"] = (s, _, _) => Get<CarryActivity>(s).Do(Guid.Empty, Guid.Empty),
        ["JoinActivity.Run"] = (s, _, _) => Get<JoinActivity>(s).Run(Guid.Empty, new JoinInput()),
        ["JoinActivity.Leave"] = (s, _, _) => Get<JoinActivity>(s).Leave(Guid.Empty),
        ["SayAbout.Run"] = (s, _, _) => Get<SayAbout>(s).Run(Guid.Empty, new SayInput { Text = "Mine" }),
        ["SayAbout.TakeBack"] = (s, _, _) => Get<SayAbout>(s).TakeBack(Guid.Empty, Guid.Empty),
        ["BringCalendar.Run"] = (s, n, _) => Get<BringCalendar>(s).Run(new CalendarInput { Network = n.Slug }),
        ["ConfirmCalendar.Run"] = async (s, _, _) => (await Get<ConfirmCalendar>(s).Run(new TickedInput { Events = [1] })).Refusal,
        ["KeepPhoto.Show"] = (s, _, _) => Get<KeepPhoto>(s).Show(Guid.Empty, Guid.Empty, PhotoAudience.Networks),
        ["KeepPhoto.TakeAway"] = (s, _, _) => Get<KeepPhoto>(s).TakeAway(Guid.Empty, Guid.Empty),
        ["SavePartner.Run"] = (s, _, _) => Outcome(Get<SavePartner>(s).Run(null, new PartnerInput { Name = "Mine" })),
    };

    private static ArticleInput Text() =>
        new()
        {
            Title = "Mine",
            Text = "Mine",
            Language = "en",
        };

    private static Import Sheet(Network network) => new(network.Id, Guid.Empty, "mine.csv", [], MovableClock.Morning);

    // Nobody's power: whoever holds the link of a letter confirms it, so a letter that was never written is the trial.
    private static VisitorLetter Letter(Network network) =>
        VisitorLetter
            .Write(network.Id, "Me", ("me@example.org", "ME@EXAMPLE.ORG"), "Mine", "en", false, MovableClock.Morning.AddDays(-3))
            .Row;

    private static async Task<Refusal?> Quietly(Task verb)
    {
        await verb;
        return Silent;
    }
}
