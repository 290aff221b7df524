using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What becomes of a firm when the reader leaves with everything.</summary>
/// <param name="Heir">Who runs it then, when the reader was the last to do so; null when somebody else does already.</param>
/// <param name="IsClosed">Whether the reader was alone in it.</param>
public sealed record FirmLeft(Firm Firm, FirmRole? Heir, bool IsClosed);

/// <summary>
/// Nobody can be held back by a firm, and no firm may be left without anybody who runs it: the colleague with the most
/// say takes over, of several the one who has been there longest. A firm without colleagues closes.
/// </summary>
public sealed class FirmsLeft(KosmopolitDb db, Me me, SiteAddress site, Texts texts)
{
    public async Task<IReadOnlyList<FirmLeft>> List(CancellationToken ct = default)
    {
        var firms = await db
            .Firms.Include(f => f.People)
            .Where(f => f.ClosedAt == null && f.People.Any(r => r.MemberId == me.MemberId && r.EndedAt == null))
            .OrderBy(f => f.AddedAt)
            .ToListAsync(ct);
        return [.. firms.Select(f => Of(f, f.PartOf(me.MemberId)!))];
    }

    /// <summary>Leaves every firm; whoever takes one over is told by mail.</summary>
    public async Task Leave(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var left in await List(ct))
        {
            var part = left.Firm.PartOf(me.MemberId)!;
            if (left.IsClosed)
            {
                left.Firm.Vanish(now);
                // Its book of contacts, offers and contracts was for its people alone.
                await db.Set<LedgerEntry>().Where(e => e.FirmId == left.Firm.Id).ExecuteDeleteAsync(ct);
                part.ShowTo(Audience.OnlyMe);
                continue;
            }
            if (left.Heir is { } heir)
            {
                heir.Become(part.Role);
                await Tell(left.Firm, heir, now, ct);
            }
            part.ShowTo(Audience.OnlyMe);
            left.Firm.Leave(part, now);
        }
    }

    internal static FirmLeft Of(Firm firm, FirmRole part)
    {
        var others = firm.Today.Where(r => r != part).ToList();
        var heir = firm.IsLast(part)
            ? others.OrderBy(r => FirmRole.All.ToList().IndexOf(r.Role)).ThenBy(r => r.Since).ThenBy(r => r.Id).FirstOrDefault()
            : null;
        return new FirmLeft(firm, heir, others.Count == 0);
    }

    private async Task Tell(Firm firm, FirmRole heir, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db
            .Users.Join(db.Set<Features.Members.People.Member>(), a => a.Id, m => m.AccountId, (a, m) => new { Account = a, m.Id })
            .Where(x => x.Id == heir.MemberId)
            .Select(x => x.Account)
            .SingleOrDefaultAsync(ct);
        if (account?.Email is not { } address)
            return;
        var reader = ReaderLanguage.Find(account.Language) ?? texts.Language;
        var t = new Texts(reader);
        db.Add(
            new Letter(
                reader,
                t["You run {0} now", firm.Name.Value],
                [
                    t[
                        "The last person who ran the firm here has left Kosmopolit. You have the most say in it now, so its page is yours to keep. If that is wrong, name somebody else there."
                    ],
                ],
                t["Look at the firm"],
                site[Links.With($"/me/firms/{firm.Id}/people", reader)]
            ).To(address, now)
        );
    }
}
