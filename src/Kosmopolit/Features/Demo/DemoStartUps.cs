using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Groups;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Minutes;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Demo;

/// <summary>How the networks came to be: interest, meetings, statutes, and for five of them the handover.</summary>
internal sealed class DemoStartUps(IReadOnlyList<Member> members, Guid facilitator, DateTimeOffset now)
{
    private static readonly Author Guide = new(null, Role.Facilitator);

    private readonly Dice _dice = Dice.For("start-ups");
    private readonly List<Entity> _papers = [];

    public IReadOnlyList<Entity> Of(IReadOnlyList<Network> networks)
    {
        foreach (var network in networks)
            if (network.Stage == Stage.Independent)
                Past(network);
            else if (network.Stage == Stage.StartUp)
                Present(network);
            else if (network.Stage == Stage.Interest)
                Interested(network, 46);
        return _papers;
    }

    private List<Member> Of(Network network) =>
        [.. members.Where(m => m.AccountId is not null && m.Memberships.Any(s => s.NetworkId == network.Id && s.EndedAt is null))];

    // Three meetings, statutes, an election and the handover, on days between the two stages.
    private void Past(Network network)
    {
        var started = network.History.First(h => h.Stage == Stage.StartUp).At;
        var coordinator = Of(network).OrderBy(m => m.JoinedAt).First();
        for (var number = 1; number <= 3; number++)
        {
            var at =
                number == 3 ? network.StageSince.AddDays(-1) : started.AddDays((network.StageSince - started).TotalDays * (number - 1) / 2);
            var meeting = Held(network, number, Evening(at), DemoPapers.Minutes[number - 1], _dice.Between(24, 48));
            if (number < 3)
                continue;
            // One was elected, so the statutes ask for no more.
            var charter = Charter(network, 1, at.AddDays(-30), least: 1);
            charter.Adopt(meeting.Id, new VoteCount(meeting.OthersPresent - 6, 1, 4), meeting.StartsAt.AddMinutes(40));
            var elected = new Elected(
                meeting,
                coordinator,
                new VoteCount(meeting.OthersPresent - 5, 1, 3),
                meeting.StartsAt.AddMinutes(80)
            );
            elected.Accept(meeting.StartsAt.AddMinutes(95));
            _papers.AddRange([charter, elected, new HandoverRecord(network.Id, charter.Id, facilitator, 1, network.StageSince)]);
        }
    }

    private void Present(Network network)
    {
        var people = _dice.Shuffle(Of(network)).Take(41).ToList();
        var first = Held(network, 1, Evening(now.AddDays(-96)), DemoPapers.Minutes[0], 4);
        foreach (var member in people)
            Invited(first, member, Answer.Yes).Attend(true, first.StartsAt);
        _papers.Add(new MeetingDecision(first, DemoPapers.Decision, first.EndsAt));
        _papers.Add(new MeetingTask(first, "Skriva ett utkast till stadgar", "Stadgegruppen", new DateOnly(2026, 12, 4), first.EndsAt));
        var done = new MeetingTask(first, "Boka lokal till nästa möte", "Umeågruppen", new DateOnly(2026, 11, 10), first.EndsAt);
        done.Finish(now.AddDays(-20));
        _papers.Add(done);

        var second = new Meeting(network.Id, 2);
        second.Plan(new Terms("", Evening(now.AddDays(16)), 120, "Kulturväven, Umeå", "https://meet.example.org/ovre-norrland"));
        second.Call(now.AddDays(-6));
        _papers.Add(second);
        foreach (var member in people)
            Invited(second, member, _dice.Pick([Answer.Yes, Answer.Yes, Answer.Yes, Answer.Maybe, Answer.No, Answer.None]))
                .Show(_dice.Chance(70));
        _papers.Add(Charter(network, 1, now.AddDays(-40)));
        _papers.Add(Charter(network, 2, now.AddDays(-12), quorum: 25, years: 2));
        foreach (var (name, purpose) in DemoPapers.Groups)
        {
            var group = new WorkingGroup(network.Id, name, purpose, first.EndsAt);
            foreach (var member in people.Skip(_dice.Below(30)).Take(5))
                group.Take(member.Id, first.EndsAt);
            _papers.Add(group);
        }
        Interested(network, 12);
    }

    private void Interested(Network network, int count)
    {
        var codes = network.Municipalities.Select(m => m.Code).ToHashSet();
        foreach (var member in Of(network).Where(m => codes.Contains(m.Municipality.Value)).Take(count))
        {
            var interest = new Interest(network.Id, member.AccountId!.Value, now.AddDays(-_dice.Between(2, 90)));
            interest.From(member.Municipality.Value, _dice.Chance(60), _dice.Chance(55));
            _papers.Add(interest);
        }
    }

    private Meeting Held(Network network, int number, DateTimeOffset at, string minutes, int others)
    {
        var meeting = new Meeting(network.Id, number);
        meeting.Plan(new Terms("", at, 120, DemoPapers.Places[_dice.Below(DemoPapers.Places.Count)], ""));
        meeting.Call(at.AddDays(-21));
        meeting.Count(others);
        meeting.Note(minutes, "sv");
        meeting.Hold(others, at.AddHours(2));
        if (network.Stage == Stage.Independent)
            network.Recall(number, at, Guide, DemoPapers.Steps[number - 1]);
        else
            network.HoldMeeting(number, at, Guide, DemoPapers.Steps[number - 1]);
        _papers.Add(meeting);
        return meeting;
    }

    private Invitee Invited(Meeting meeting, Member member, Answer answer)
    {
        var invitee = new Invitee(meeting.Id, member.AccountId!.Value, meeting.StartsAt.AddDays(-21));
        if (answer != Answer.None && meeting.IsOpen)
            invitee.Reply(answer, meeting, meeting.StartsAt.AddDays(-20));
        _papers.Add(invitee);
        return invitee;
    }

    private static CharterVersion Charter(Network network, int number, DateTimeOffset at, int quorum = 20, int years = 1, int least = 3)
    {
        var terms = DemoPapers.Terms(network) with { Quorum = quorum, TermYears = years, BoardLeast = least };
        return new CharterVersion(network.Id, number, terms, CharterText.Words(terms), null, at);
    }

    // Six in the evening by Swedish winter clocks.
    private static DateTimeOffset Evening(DateTimeOffset day) => new(day.Year, day.Month, day.Day, 17, 0, 0, TimeSpan.Zero);
}
