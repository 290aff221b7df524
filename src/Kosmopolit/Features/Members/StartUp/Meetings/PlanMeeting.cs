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
        if (meeting.Plan(terms) is { } over)
            return over;
        if (meeting.CalledAt is not null)
            await mail.TellOfChange(network, meeting, ct);
        return await db.Save(Lost, ct);
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
