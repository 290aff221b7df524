using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Groups;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Pictures;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>What somebody who is about to leave left behind in a network: every kind of row that must go with them.</summary>
internal static class LeaverInNetworks
{
    private const string Note = "Quibblefish note";

    /// <param name="other">Another member, whose rows these lean on.</param>
    public static async Task Settle(House house, Guid network, Guid account, Member member, Member other)
    {
        var now = house.Clock.GetUtcNow();
        var (meeting, group) = (new Meeting(network, null), new WorkingGroup(network, "Roads", "Roads", now));
        var proposal = new Proposal(network, other.Id, new ProposalMatter(), now);
        var import = new Import(network, other.AccountId!.Value, "list.csv", [], now);
        var key = CalendarKey.For(account);
        key.Renew(now);
        var interest = new Interest(network, account, now);
        interest.From("2480", isFirm: false, mayContact: true);
        await house.Store(meeting, group, proposal, import);
        var dissolution = new Dissolution(network, proposal.Id, null, now);
        var (invitation, _) = Invitation.Make(network, other.AccountId!.Value, Leaver.Email, now);
        await house.Store(dissolution, invitation);
        var text = Article.Begin("quibblefish", new("KM", "culture", "en"), new("Roads", "Roads", "Roads"), new Writer(member.Id), now);
        text.Publish(now);
        var drawn = new Redrawn(1, 1, [1], [1]);
        var picture = new Picture(member.Id, "A road", drawn, now);
        await house.Store(text, picture, new PictureFile(picture, drawn));
        await house.Store(new PictureUse(text.Id, picture.Id));
        var row = new CheckedRow(2, Leaver.Email, Note, Note, "", "2480", []);
        await house.Store(
            new MembershipChange(member.Memberships[0], MembershipState.Suspended, now, null, Note, null),
            new LastVisit(member.Id, LastVisit.MonthOf(now)),
            key,
            interest,
            new ImportedPerson(import, row, invitation.Id, Guid.CreateVersion7()),
            VisitorLetter.Write(network, Note, (Leaver.Email, Leaver.Email.ToUpperInvariant()), Note, "en", true, now).Row,
            new OutgoingMail("office@example.org", "Hello", "Hello", "", "en", now).AnsweredTo(Leaver.Email),
            new DeskMail(account, network, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-7), 1, now),
            new DeskMailStopped(account, network, now),
            new Invitee(meeting.Id, account, now),
            new GroupPlace(group.Id, member.Id, now),
            new ProposalSupport(proposal.Id, member.Id, now),
            new Removal(network, member.Id, Note, other.AccountId!.Value, now),
            new MoveAnswer(dissolution.Id, member.Id, true, now),
            new WakeUpCall(network, member.Id, now, now)
        );
    }
}
