using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A member tells about a firm of theirs that is not here yet.</summary>
public sealed class AddFirm(KosmopolitDb db, Me me, FirmReading reading, KnownNumbers numbers, FirmWriting writing)
{
    /// <summary>Most firms one person can have a part in.</summary>
    public const int Most = 20;

    private static readonly Refusal Again = new("This could not be saved as it was sent. Please open the form anew.");

    /// <returns>The firm's key, or why not. Sending the same form twice gives the same firm.</returns>
    public async Task<(Guid? Firm, Refusal? Refusal)> Run(FirmInput input, DateTimeOffset now, CancellationToken ct = default)
    {
        if (me.MemberId is not { } member)
            return (null, MyFirm.Gone);
        var (facts, refusal) = reading.Read(input);
        if (facts is null)
            return (null, refusal);
        if (await IsMine(input.Key, ct))
            return (input.Key, null);
        if (input.Role is not (FirmRole.Owner or FirmRole.Partner or FirmRole.Manager))
            return (null, new Refusal("Choose what you are in the firm.", nameof(input.Role)));
        if (await numbers.Check(facts.Number, null, ct) is { } taken)
            return (null, taken);
        if (await db.FirmRoles.CountAsync(r => r.MemberId == member && r.EndedAt == null, ct) >= Most)
            return (null, new Refusal("Twenty firms is the most one person can have a part in here."));
        var firm = new Firm(Slug.Meaningless(), new(facts.Name, input.NameAudience), now, input.Key.Version == 7 ? input.Key : null);
        writing.Write(firm, input, facts);
        firm.Employ(member, input.Role, now, Smaller(input.Presence, Audience.MyNetwork));
        db.Add(firm);
        return await Store(firm, facts.Number, ct);
    }

    private async Task<(Guid?, Refusal?)> Store(Firm firm, string number, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return (firm.Id, null);
        }
        catch (DbUpdateException)
        {
            // The same form from another press, or the same number from somebody else, a moment earlier.
            db.ChangeTracker.Clear();
            if (await IsMine(firm.Id, ct))
                return (firm.Id, null);
            return (null, await numbers.Check(number, null, ct) ?? Again);
        }
    }

    private Task<bool> IsMine(Guid key, CancellationToken ct) =>
        db.FirmRoles.AnyAsync(r => r.FirmId == key && r.MemberId == me.MemberId && r.EndedAt == null, ct);

    private static Audience Smaller(Audience a, Audience b) => a < b ? a : b;
}
