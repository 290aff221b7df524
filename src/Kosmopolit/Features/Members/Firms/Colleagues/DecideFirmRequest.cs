using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>Yes or no to a part in a firm, as it comes from a page.</summary>
public sealed class FirmDecisionInput
{
    public Guid Request { get; set; }

    public Decision Decision { get; set; }

    /// <summary>Who may see that the person belongs to the firm; only the person chooses it.</summary>
    public Audience Audience { get; set; } = Audience.OnlyMe;
}

/// <summary>The side that was asked says yes or no; the side that asked may take it back.</summary>
public sealed class DecideFirmRequest(KosmopolitDb db, Me me, TimeProvider clock)
{
    private static readonly Refusal NoSuch = new("There is no such question any more. Perhaps it was taken back.")
    {
        Kind = RefusalKind.Gone,
    };

    public async Task<Refusal?> Run(FirmDecisionInput input, CancellationToken ct = default)
    {
        if (
            me.MemberId is not { } self
            || await db.Set<FirmRequest>().SingleOrDefaultAsync(r => r.Id == input.Request, ct) is not { } request
        )
            return NoSuch;
        var firm = await db.Firms.Include(f => f.People).SingleOrDefaultAsync(f => f.Id == request.FirmId && f.ClosedAt == null, ct);
        if (firm is null || !May(self, request, firm, input.Decision))
            return NoSuch;
        var now = clock.GetUtcNow();
        if (request.Decide(input.Decision, self, now) is { } refusal)
            return refusal;
        if (input.Decision == Decision.Accepted)
        {
            Settle(firm, request, request.MemberId == self ? input.Audience : Audience.OnlyMe, now);
            db.Entry(firm).Property(f => f.Revision).IsModified = true;
        }
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else decided this at the same moment.") { Kind = RefusalKind.Meanwhile };
        }
    }

    // The asked side decides, the asking side takes back. A request is nobody else's, and for them it does not exist.
    private bool May(Guid self, FirmRequest request, Firm firm, Decision decision)
    {
        var firmAsks = request.Kind != RequestKind.AsksIn;
        var (isPerson, isFirm) = (request.MemberId == self, me.CanAddPeople(firm));
        return decision switch
        {
            // What somebody offered who has no say any more is no offer of the firm's.
            Decision.Accepted when firmAsks => isPerson && firm.PartOf(request.AskedById) is { Keeps: true },
            Decision.Accepted or Decision.Declined => firmAsks ? isPerson : isFirm && !isPerson,
            Decision.Withdrawn => firmAsks ? isFirm && !isPerson : isPerson,
            _ => false,
        };
    }

    // Whoever gave the firm over leaves with the yes of the successor, and not before.
    private static void Settle(Firm firm, FirmRequest request, Audience audience, DateTimeOffset now)
    {
        firm.Employ(request.MemberId, request.Role, now, audience);
        if (request.Kind == RequestKind.TakesOver && firm.PartOf(request.AskedById) is { } former)
            firm.Leave(former, now);
    }
}
