using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>Whom to invite.</summary>
public sealed class InviteInput
{
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    [ReadableAddress]
    public string? Email
    {
        get;
        // An empty box is no address, not a wrong one.
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>BCP 47 tag of the mail's language.</summary>
    [StringLength(35)]
    public string? Language { get; set; }
}

/// <summary>Makes an invitation; mails it when there is an address.</summary>
public sealed class Invite(KosmopolitDb db, Me me, JoiningMail mail, TimeProvider clock)
{
    /// <summary>Open invitations one person may have in a network, unless they run it.</summary>
    public const int MostOpen = 20;

    /// <returns>The invitation's secret, shown once.</returns>
    public async Task<Outcome<string>> Run(Network network, InviteInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanInvite(network))
            return new Refusal("Only members of the network invite.") { Kind = RefusalKind.NotYours };
        var now = clock.GetUtcNow();
        var open = db.Set<Invitation>()
            .Where(i => i.NetworkId == network.Id && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now);
        if (!me.CanDecide(network) && await open.CountAsync(i => i.InvitedById == account, ct) >= MostOpen)
            return new Refusal("You have {0} invitations waiting. Take one back, or wait until one is used.", null, MostOpen);
        var email = PlainText.Clean(input.Email);
        if (email != (input.Email ?? "").Trim())
            return new Refusal("This address holds signs that cannot be seen. Type it by hand.", nameof(input.Email));
        var (row, token) = Invitation.Make(network.Id, account, email, now);
        db.Add(row);
        if (email.Length > 0)
            mail.Invite(email, network, token, input.Language);
        await db.SaveChangesAsync(ct);
        return token;
    }

    public async Task TakeBack(Network network, Guid id, CancellationToken ct = default)
    {
        var row = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.NetworkId == network.Id, ct);
        if (row is null || (row.InvitedById != me.AccountId && !me.CanDecide(network)))
            return;
        row.TakeBack(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
