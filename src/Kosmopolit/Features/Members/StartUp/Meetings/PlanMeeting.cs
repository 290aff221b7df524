using System.Globalization;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>Plans a meeting, or gives a planned one another time or place; those who were invited hear of it by mail.</summary>
public sealed class PlanMeeting(KosmopolitDb db, Me me, MeetingMail mail)
{
    private static readonly Refusal Lost = new("Somebody else changed the meeting at the same moment. Look once more.");

    /// <param name="number">1 to 3 for a start-up meeting, null for any other.</param>
    public async Task<Outcome<Meeting>> Run(Network network, int? number, MeetingInput input, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (number is { } start)
        {
            if (start is < 1 or > Ways.Meetings || network.Stage is not Stage.StartUp)
                return new Refusal("Start-up meetings are held while the network starts up.");
            if (await db.Meetings.AnyAsync(m => m.NetworkId == network.Id && m.Number == start && m.CalledOffAt == null, ct))
                return new Refusal("This meeting is planned already.");
        }
        var (terms, refusal) = input.Read(number);
        if (terms is null)
            return refusal!;
        if (await Clash(network, number, terms, ct) is { } clash)
            return clash;
        var meeting = new Meeting(network.Id, number);
        meeting.Plan(terms);
        db.Add(meeting);
        return await db.Save(Lost, ct) is { } lost ? lost : meeting;
    }

    public async Task<Refusal?> Change(Network network, Guid id, MeetingInput input, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { } meeting)
            return new Refusal("There is no such meeting.");
        var (terms, refusal) = input.Read(meeting.Number);
        if (terms is null)
            return refusal;
        if (await Clash(network, meeting.Number, terms, ct) is { } clash)
            return clash;
        if (meeting.Plan(terms) is { } over)
            return over;
        if (meeting.CalledAt is not null)
            await mail.TellOfChange(network, meeting, ct);
        return await db.Save(Lost, ct);
    }

    // The three meetings of the start build on each other, and no meeting is older than its network.
    private async Task<Refusal?> Clash(Network network, int? number, Terms terms, CancellationToken ct)
    {
        var founded = await db.Set<StageChange>().Where(s => s.NetworkId == network.Id).MinAsync(s => (DateTimeOffset?)s.At, ct);
        if (terms.StartsAt < founded)
            return new Refusal(
                "The network began on {0}. Choose a later day.",
                nameof(MeetingInput.Day),
                WallTime.Day(founded.Value, CultureInfo.CurrentUICulture)
            );
        if (number is null)
            return null;
        var (one, other) = (number - 1, number + 1);
        var beside = await db
            .Meetings.Where(m => m.NetworkId == network.Id && (m.Number == one || m.Number == other) && m.CalledOffAt == null)
            .AsNoTracking()
            .ToListAsync(ct);
        if (beside.Find(m => m.Number == one) is { } before && terms.StartsAt < before.EndsAt)
            return new Refusal(
                "Meeting {0} ends on {1}. Choose a time after it.",
                nameof(MeetingInput.Day),
                one!,
                WallTime.Say(before.EndsAt, CultureInfo.CurrentUICulture)
            );
        return beside.Find(m => m.Number == other) is { } after && terms.StartsAt.AddMinutes(terms.Length) > after.StartsAt
            ? new Refusal(
                "Meeting {0} begins on {1}. Choose a time before it.",
                nameof(MeetingInput.Day),
                other!,
                WallTime.Say(after.StartsAt, CultureInfo.CurrentUICulture)
            )
            : null;
    }

    public async Task<Refusal?> CallOff(Network network, Guid id, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { } meeting)
            return new Refusal("There is no such meeting.");
        if (meeting.CallOff(mail.Now) is { } over)
            return over;
        if (meeting.CalledAt is not null)
            await mail.TellOfChange(network, meeting, ct);
        return await db.Save(Lost, ct);
    }
}
