using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>Who was there.</summary>
public sealed class AttendanceInput
{
    /// <summary>Invitees who were ticked.</summary>
    public Guid[]? Present { get; set; }

    [Range(0, 500, ErrorMessage = "Choose a number between 0 and 500.")]
    public int Others { get; set; }
}

/// <summary>Copies the paper list into the network: ticks for those on the list, a number for those who are not.</summary>
public sealed class RecordAttendance(KosmopolitDb db, Me me, Attendees attendees, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, Guid id, AttendanceInput input, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { IsOpen: true } meeting)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        var now = clock.GetUtcNow();
        if (meeting.StartsAt > now)
            return new Refusal("The meeting has not begun yet.");
        // Whoever is not named on the list ticks themselves, and keeps their tick.
        var named = (await attendees.Of(network, meeting, ct)).People.Where(p => p.Label is not null).Select(p => p.InviteeId).ToHashSet();
        var present = (input.Present ?? []).ToHashSet();
        foreach (var invitee in await db.Set<Invitee>().Where(i => i.MeetingId == id && named.Contains(i.Id)).ToListAsync(ct))
            invitee.Attend(present.Contains(invitee.Id), now);
        meeting.Count(input.Others);
        return await db.Save(new Refusal("Somebody else changed the meeting at the same moment. Look once more."), ct);
    }
}
