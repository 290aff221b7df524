using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Leaving;

/// <summary>Until when a membership is suspended, and why.</summary>
public sealed class SuspensionInput
{
    [Required(ErrorMessage = "Say why in a sentence: the person reads it.")]
    [PlainText(500)]
    [Display(Name = "Why? The person reads this.")]
    public string? Reason { get; set; }

    /// <summary>The first day on which it goes on again, <c>yyyy-MM-dd</c>.</summary>
    [Required(ErrorMessage = "Choose a day.")]
    [StringLength(10, ErrorMessage = "Choose a day.")]
    public string? Until { get; set; }
}

/// <summary>Those who run the network suspend a membership until a day, or lift that earlier. The person is told why.</summary>
public sealed class SuspendMember(KosmopolitDb db, Me me, StandingMail mail, TimeProvider clock)
{
    /// <summary>Longest suspension, in days; whoever is to go for good is removed, which takes two people.</summary>
    public const int MostDays = 365;

    private static readonly Refusal NotYours = new("Only those who run the network decide this.");

    public async Task<Refusal?> Suspend(Network network, Guid id, SuspensionInput input, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        if (me.AccountId is not { } account || !me.CanRun(network))
            return NotYours;
        if (SwedishTime.ReadDay(input.Until) is not { } day)
            return new Refusal("Choose a day.", nameof(input.Until));
        var until = SwedishTime.Midnight(day);
        if (until <= now || until > now.AddDays(MostDays + 1))
            return new Refusal("Choose a day from tomorrow to a year ahead.", nameof(input.Until));
        if (await Load(network, id, ct) is not { } membership)
            return NotYours;
        if (await HoldsOffice(network, membership, now, ct))
            return new Refusal("An elected coordinator is not suspended by another one. The members can vote about it.");
        var reason = PlainText.Clean(input.Reason);
        if (membership.Suspend(until, account, reason, now) is { } refusal)
            return refusal;
        await mail.Suspended(membership, network, day, reason, ct);
        return await Store(ct);
    }

    public async Task<Refusal?> Lift(Network network, Guid id, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanRun(network) || await Load(network, id, ct) is not { } membership)
            return NotYours;
        if (membership.State != MembershipState.Suspended)
            return new Refusal("This membership is not suspended.");
        if (membership.Resume(clock.GetUtcNow(), account, "") is { } refusal)
            return refusal;
        await mail.Resumed(membership, network, ct);
        return await Store(ct);
    }

    private Task<Membership?> Load(Network network, Guid id, CancellationToken ct) =>
        db.Memberships.RunBy(me, network).SingleOrDefaultAsync(m => m.Id == id, ct);

    private Task<bool> HoldsOffice(Network network, Membership membership, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Mandate>()
            .Where(m => m.Scope == network.Id && m.Role == Role.Coordinator && m.From <= now && (m.Until == null || m.Until > now))
            .AnyAsync(m => db.Set<Member>().Any(p => p.Id == membership.MemberId && p.AccountId == m.AccountId), ct);

    private async Task<Refusal?> Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("Somebody else decided this at the same moment.");
        }
    }
}
