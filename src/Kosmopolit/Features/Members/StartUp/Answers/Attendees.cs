using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>Somebody on the list of a meeting, by the name or address that this reader may know.</summary>
/// <param name="Label">Null when the reader may know neither.</param>
/// <param name="MemberId">The member behind it; null when the reader may not know who it is.</param>
public sealed record Attendee(Guid InviteeId, string? Label, Guid? MemberId, Answer Answer, bool WasThere);

/// <summary>Who was invited and what they said.</summary>
public sealed record AttendeeList(IReadOnlyList<Attendee> People)
{
    public int Count(Answer answer) => People.Count(p => p.Answer == answer);

    public int Present => People.Count(p => p.WasThere);
}

/// <summary>
/// The list as far as each agreed to it: fellow members by what they show to their network; the facilitator sees those
/// who said "those who lead may see me", and addresses of the interested who may be written to. Hidden names never
/// leave the database.
/// </summary>
public sealed class Attendees(KosmopolitDb db, Me me)
{
    public async Task<AttendeeList> Of(Network network, Meeting meeting, CancellationToken ct = default)
    {
        var (insider, leads, guides) = (me.Networks.Contains(network.Id), me.CanLead(network), me.CanGuide(network));
        var members = db.Set<Member>().Where(m => m.Memberships.Any(s => s.NetworkId == network.Id && s.EndedAt == null));
        var reachable = db.Set<Interest>().Where(i => i.NetworkId == network.Id && i.EndedAt == null && i.MayContact);
        var rows = await (
            from i in db.Set<Invitee>().Where(i => i.MeetingId == meeting.Id)
            join m in members on i.AccountId equals m.AccountId into found
            from m in found.DefaultIfEmpty()
            let isShown = m != null
                && (insider || (leads && i.ShowsSelf))
                && m.Presence >= Audience.MyNetwork
                && m.Name.Audience >= Audience.MyNetwork
            select new
            {
                i.Id,
                i.Answer,
                WasThere = i.AttendedAt != null,
                Name = isShown ? m.Name.Value : null,
                MemberId = isShown ? (Guid?)m.Id : null,
                Address = guides && reachable.Any(r => r.AccountId == i.AccountId)
                    ? db.Users.Where(a => a.Id == i.AccountId).Select(a => a.Email).FirstOrDefault()
                    : null,
            }
        ).ToListAsync(ct);
        return new AttendeeList([
            .. rows.Select(r => new Attendee(r.Id, r.Name ?? r.Address, r.MemberId, r.Answer, r.WasThere))
                .OrderBy(r => r.Label is null)
                .ThenBy(r => r.Label, StringComparer.CurrentCultureIgnoreCase),
        ]);
    }
}
