using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>Somebody says that they meet the network's criterion: from here on their answers are kept.</summary>
public sealed class BeginJoining(KosmopolitDb db, Me me, ImportedAnswer imported, TimeProvider clock)
{
    /// <param name="token">The invitation's secret, or null for those who ask on their own.</param>
    public async Task<Refusal?> Run(Network network, string? token, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account)
            return new Refusal("Sign in first.");
        if (!network.TakesPeople())
            return new Refusal("This network takes nobody in at present.");
        var now = clock.GetUtcNow();
        var invitation = token is null
            ? null
            : await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Hash == Invitation.HashOf(token) && i.NetworkId == network.Id, ct);
        if (invitation?.Ended(now) is { } ended && invitation.UsedByMemberId != me.MemberId)
            return ended;
        var member = await db.Members.Own(me).Include(m => m.Memberships).SingleOrDefaultAsync(ct);
        if (member?.SuspendedFrom(network.Id, now) is { } until)
            return new Refusal(
                "Your membership of this network is suspended until {0:d}. It goes on by itself then.",
                null,
                SwedishTime.Today(until)
            );
        if (member is null)
        {
            member = new Member(Slug.Meaningless(), account, new("", Audience.MyNetwork), now);
            // Nobody finds somebody who is still answering the questions.
            member.ShowTo(Audience.OnlyMe);
            db.Add(member);
        }
        if (invitation is not null)
            await imported.Suggest(member, invitation.Id, ct);
        var open = await db.Set<JoinRequest>()
            .SingleOrDefaultAsync(r => r.MemberId == member.Id && r.NetworkId == network.Id && r.Decision == Decision.None, ct);
        if (open is null)
            db.Add(new JoinRequest(member.Id, network.Id, invitation?.Id, now));
        else if (invitation is not null)
            open.BringInvitation(invitation.Id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two windows began at once; one of them made the rows.
            db.ChangeTracker.Clear();
        }
        return null;
    }
}
