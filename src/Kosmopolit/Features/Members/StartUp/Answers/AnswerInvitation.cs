using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>What somebody answers on the meeting's page.</summary>
public sealed class AnswerInput
{
    public Answer Answer { get; set; }

    public bool ShowsSelf { get; set; }
}

/// <summary>Answers an invitation, from the page or from the mail.</summary>
public sealed class AnswerInvitation(KosmopolitDb db, Me me, AnswerTicket tickets, TimeProvider clock)
{
    private static readonly Refusal TooOld = new("This link is too old or was not copied whole. Answer on the meeting’s page instead.");

    private static readonly Refusal Lost = new("You answered in another window at the same moment. Look once more.");

    /// <summary>A member may answer without having been invited.</summary>
    public async Task<Refusal?> Run(Meeting meeting, AnswerInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account)
            return new Refusal("Sign in first.");
        var now = clock.GetUtcNow();
        var invitee = await db.Set<Invitee>().SingleOrDefaultAsync(i => i.MeetingId == meeting.Id && i.AccountId == account, ct);
        if (invitee is null)
        {
            if (!me.Networks.Contains(meeting.NetworkId))
                return new Refusal("You are not invited to this meeting.");
            db.Add(invitee = new Invitee(meeting.Id, account, now));
        }
        invitee.Show(input.ShowsSelf);
        if (Enum.IsDefined(input.Answer) && input.Answer != Answer.None && invitee.Reply(input.Answer, meeting, now) is { } refusal)
            return refusal;
        return await db.Save(Lost, ct);
    }

    /// <summary>Says that one was there; only about oneself.</summary>
    public async Task<Refusal?> WasThere(Meeting meeting, CancellationToken ct = default)
    {
        var (account, now) = (me.AccountId, clock.GetUtcNow());
        var invitee = await db.Set<Invitee>().SingleOrDefaultAsync(i => i.MeetingId == meeting.Id && i.AccountId == account, ct);
        if (invitee is null || meeting.StartsAt > now || meeting.CalledOffAt is not null)
            return new Refusal("The meeting has not begun yet.");
        invitee.Attend(true, now);
        return await db.Save(Lost, ct);
    }

    /// <summary>Which meeting a link from a mail is about, and what it would answer; null when it is too old or not ours.</summary>
    public async Task<(Meeting Meeting, Answer Given, Answer Offered)?> Look(string ticket, CancellationToken ct = default)
    {
        if (tickets.Read(ticket) is not { } read)
            return null;
        var found = await db.Set<Invitee>()
            .AsNoTracking()
            .Where(i => i.Id == read.Invitee)
            .Join(db.Meetings, i => i.MeetingId, m => m.Id, (i, m) => new { i.Answer, Meeting = m })
            .SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Meeting, found.Answer, read.Answer);
    }

    public async Task<Refusal?> ByMail(string ticket, Answer answer, CancellationToken ct = default)
    {
        if (tickets.Read(ticket) is not { } read || !Enum.IsDefined(answer) || answer == Answer.None)
            return TooOld;
        var invitee = await db.Set<Invitee>().SingleOrDefaultAsync(i => i.Id == read.Invitee, ct);
        if (invitee is null)
            return TooOld;
        var meeting = await db.Meetings.SingleAsync(m => m.Id == invitee.MeetingId, ct);
        return invitee.Reply(answer, meeting, clock.GetUtcNow()) ?? await db.Save(Lost, ct);
    }
}
