using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>A request that waits for a yes or no.</summary>
/// <param name="Other">The firm's name for the person, the person's for the firm; as much as the reader may know.</param>
public sealed record FirmQuestion(Guid Id, RequestKind Kind, string Role, DateTimeOffset AskedAt, string Other);

/// <summary>The open questions between the reader and firms. Those who ask are named to those they ask, and to nobody else.</summary>
public sealed class FirmQuestions(KosmopolitDb db, Me me, Atlas atlas, Texts texts)
{
    /// <summary>Questions to the reader, and what the reader asked.</summary>
    public async Task<IReadOnlyList<FirmQuestion>> OfMine(CancellationToken ct = default)
    {
        var open = await Open(r => r.MemberId == me.MemberId, ct);
        var ids = open.Select(r => r.FirmId).ToList();
        var seen = await db.Firms.Where(f => ids.Contains(f.Id)).VisibleTo(db.Memberships, me).ToViews(db, me, ct);
        // A firm that invites somebody tells them its name; a firm that was asked by its number tells nothing.
        var inviting = open.Where(r => r.Kind != RequestKind.AsksIn).Select(r => r.FirmId).ToList();
        var names = await db.Firms.Where(f => inviting.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name.Value, ct);
        return
        [
            .. open.Select(r =>
                At(
                    r,
                    names.GetValueOrDefault(r.FirmId) ?? seen.SingleOrDefault(f => f.Id == r.FirmId)?.Title(texts, atlas) ?? texts["A firm"]
                )
            ),
        ];
    }

    /// <summary>Questions between a firm and people, for those who decide there.</summary>
    public async Task<IReadOnlyList<FirmQuestion>> OfFirm(Firm firm, CancellationToken ct = default)
    {
        if (!me.CanAddPeople(firm))
            return [];
        var open = await Open(r => r.FirmId == firm.Id, ct);
        var ids = open.Select(r => r.MemberId).ToList();
        var seen = await db.Members.Where(m => ids.Contains(m.Id)).VisibleTo(me).ToViews(db, me, ct);
        var asking = open.Where(r => r.Kind == RequestKind.AsksIn).Select(r => r.MemberId).ToList();
        var names = await db.Members.Where(m => asking.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name.Value, ct);
        return
        [
            .. open.Select(r =>
                At(
                    r,
                    names.GetValueOrDefault(r.MemberId)
                        ?? seen.SingleOrDefault(p => p.Id == r.MemberId)?.Title(texts, atlas)
                        ?? texts["A member"]
                )
            ),
        ];
    }

    /// <summary>How many questions wait for the reader's yes or no.</summary>
    public async Task<int> Waiting(CancellationToken ct = default)
    {
        var kept = db
            .FirmRoles.Where(r => r.MemberId == me.MemberId && r.EndedAt == null && r.Role != FirmRole.Employee)
            .Select(r => r.FirmId);
        return me.MemberId is null
            ? 0
            : await db.Set<FirmRequest>()
                .CountAsync(
                    r =>
                        r.Decision == Decision.None
                        && (
                            r.Kind == RequestKind.AsksIn ? kept.Contains(r.FirmId) && r.MemberId != me.MemberId : r.MemberId == me.MemberId
                        ),
                    ct
                );
    }

    private Task<List<FirmRequest>> Open(System.Linq.Expressions.Expression<Func<FirmRequest, bool>> which, CancellationToken ct)
    {
        var closed = db.Firms.Where(f => f.ClosedAt != null).Select(f => f.Id);
        return db.Set<FirmRequest>()
            .Where(which)
            .Where(r => r.Decision == Decision.None && !closed.Contains(r.FirmId))
            .OrderBy(r => r.AskedAt)
            .AsNoTracking()
            .ToListAsync(ct);
    }

    private static FirmQuestion At(FirmRequest r, string other) => new(r.Id, r.Kind, r.Role, r.AskedAt, other);
}
