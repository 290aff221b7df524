using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Founding;

/// <summary>Whether votes of the founding meeting can be true: nobody votes who is not there, and enough of those take part who have a vote,
/// whether for, against or neither.</summary>
public sealed class FoundingVotes(KosmopolitDb db, ElectoralRoll roll)
{
    /// <param name="terms">The statutes that are voted about, or that hold already; null while there are none.</param>
    /// <param name="field">Where the votes were written.</param>
    public async Task<Refusal?> Refuse(Meeting meeting, VoteCount votes, CharterTerms? terms, string field, CancellationToken ct)
    {
        var present =
            meeting.OthersPresent + await db.Set<Invitee>().CountAsync(i => i.MeetingId == meeting.Id && i.AttendedAt != null, ct);
        if (present == 0)
            return new Refusal("Write down who was there first.", field);
        var all = terms is null ? 0 : (await roll.Voters(meeting.NetworkId, terms.VotePer, meeting.StartsAt, ct)).Count;
        // Where firms vote, one person may speak for several.
        var most = terms?.VotePer == VotePer.Firm ? Math.Max(all, present) : present;
        if (votes.All > most)
            return new Refusal(
                "Only {0} people are written down as present. There cannot be more votes than that, abstentions among them.",
                field,
                present
            );
        return terms is null || Counting.HasQuorum(terms.Quorum, all, votes.All)
            ? null
            : new Refusal("Too few took part: the statutes ask for {0} per cent of all votes, and {1} have one.", field, terms.Quorum, all);
    }
}
