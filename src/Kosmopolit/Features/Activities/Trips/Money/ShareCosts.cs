using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Money;

public sealed class ExpenseInput
{
    [Required(ErrorMessage = "Say what it was for.")]
    [PlainText(200)]
    public string? Words { get; set; }

    [Required(ErrorMessage = "Write an amount, for instance 1250 or 99,50.")]
    [StringLength(20, ErrorMessage = "Write an amount, for instance 1250 or 99,50.")]
    public string? Amount { get; set; }

    /// <summary>Keys of those it was for.</summary>
    public List<Guid>? Whom { get; set; }
}

/// <summary>Whoever travels along notes what they paid for others, and takes it back.</summary>
public sealed class ShareCosts(KosmopolitDb db, Me me, TripCosts costs, TimeProvider clock)
{
    public async Task<Refusal?> Pay(Guid id, ExpenseInput input, CancellationToken ct = default)
    {
        if (await costs.Of(id, ct) is not { } trip)
            return ActivityBook.NotHere;
        if (!trip.IsAlong)
            return TravelAlong.NotAlong;
        if (PlainText.Clean(input.Words) is not { Length: > 0 } words)
            return new Refusal("Say what it was for.", nameof(input.Words));
        if (Typing.Minor(input.Amount) is not { } minor || minor == 0)
            return new Refusal("Write an amount, for instance 1250 or 99,50.", nameof(input.Amount));
        var whom = (input.Whom ?? []).ToHashSet();
        if (whom.Except(trip.Choice.Select(c => c.Key)).Any())
            return new Refusal("Choose from the list.", nameof(input.Whom));
        var (expense, refusal) = Expense.Of(id, me.MemberId!.Value, (words, minor), whom, clock.GetUtcNow());
        if (expense is null)
            return refusal! with { Field = nameof(input.Whom) };
        db.Add(expense);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Also when one does not travel along any more.</summary>
    public async Task<Refusal?> TakeBack(Guid id, Guid expense, CancellationToken ct = default)
    {
        if (await costs.Of(id, ct) is null)
            return ActivityBook.NotHere;
        var row = await db.Set<Expense>().SingleOrDefaultAsync(e => e.Id == expense && e.ActivityId == id && e.PaidById == me.MemberId, ct);
        if (row is null)
            return new Refusal("You take back only what you paid yourself.") { Kind = RefusalKind.NotYours };
        db.Remove(row);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
