using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>The mails about a meeting, each in its reader's language, with the calendar file and an answer a tap.</summary>
public sealed class MeetingMail(KosmopolitDb db, SiteAddress site, PostOptions post, AnswerTicket tickets, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Invites the members, and during the start-up those who said they would join and may be written to.</summary>
    public async Task<int> Invite(Network network, Meeting meeting, CancellationToken ct)
    {
        var known = db.Set<Invitee>().Where(i => i.MeetingId == meeting.Id).Select(i => i.AccountId);
        var members = db
            .Memberships.Where(m => m.NetworkId == network.Id && m.EndedAt == null)
            .Join(db.Set<Member>(), m => m.MemberId, m => m.Id, (_, m) => m.AccountId);
        var interested = db.Set<Interest>()
            .Where(i => i.NetworkId == network.Id && i.EndedAt == null && i.MayContact)
            .Select(i => (Guid?)i.AccountId);
        var starts = meeting.Number is not null;
        var accounts = await db
            .Users.AsNoTracking()
            .Where(a => members.Contains(a.Id) || (starts && interested.Contains(a.Id)))
            .Where(a => !known.Contains(a.Id))
            .ToListAsync(ct);
        foreach (var account in accounts)
        {
            var invitee = new Invitee(meeting.Id, account.Id, Now);
            db.Add(invitee);
            Write(network, meeting, account, invitee);
        }
        return accounts.Count;
    }

    /// <summary>Tells everybody who was invited that time or place are new, or that the meeting is off.</summary>
    public async Task TellOfChange(Network network, Meeting meeting, CancellationToken ct)
    {
        var invited = await db.Set<Invitee>()
            .Where(i => i.MeetingId == meeting.Id)
            .Join(db.Users, i => i.AccountId, a => a.Id, (i, a) => new { Invitee = i, Account = a })
            .ToListAsync(ct);
        foreach (var one in invited)
            Write(network, meeting, one.Account, one.Invitee);
    }

    private void Write(Network network, Meeting meeting, Account account, Invitee invitee)
    {
        var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        var page = site[Links.With($"/networks/{network.Slug}/meetings/{meeting.Id}", reader)];
        var isOff = meeting.CalledOffAt is not null;
        var agenda = MeetingWording.Agenda(meeting, t);
        var letter = new Letter(
            reader,
            isOff ? t["Called off: {0}", MeetingWording.Title(meeting, t)]
                : meeting.Sequence > 0 ? t["New time or place: {0}", MeetingWording.Title(meeting, t)]
                : t["You are invited: {0}", MeetingWording.Title(meeting, t)],
            isOff
                ? [t["{0} does not meet on {1}.", network.Name, MeetingWording.When(meeting, t)]]
                :
                [
                    t["{0} meets, and you are welcome.", network.Name],
                    MeetingWording.When(meeting, t),
                    meeting.Place,
                    meeting.Link,
                    agenda,
                    t["Do you come? Press one of these; you need not sign in, and you can change your mind."],
                ]
        )
        {
            Choices = isOff
                ? []
                :
                [
                    .. new[] { Answer.Yes, Answer.Maybe, Answer.No }.Select(a =>
                        (AnswerWording.Say(a, t), Link(meeting, invitee, a, reader))
                    ),
                ],
        };
        var organizer = MailboxAddress.TryParse(post.From, out var from) ? from.Address : "no-reply@localhost";
        db.Add(
            letter
                .To(account.Email!, Now, isOff ? null : meeting.EndsAt)
                .With(MeetingCalendar.Write(meeting, network.Name, page, organizer, account.Email!, Now, t))
        );
    }

    private string Link(Meeting meeting, Invitee invitee, Answer answer, ReaderLanguage reader) =>
        site[Links.With($"/meeting-answers/{Uri.EscapeDataString(tickets.For(invitee, answer, Lasts(meeting)))}", reader)];

    // A meeting may be moved into the past, by mistake or afterwards.
    private TimeSpan Lasts(Meeting meeting)
    {
        var left = meeting.EndsAt - Now + TimeSpan.FromDays(1);
        return left > TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1);
    }
}
