using Kosmopolit.Features.Members.Leaving;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>
/// What time does to memberships: suspensions end, the yearly question is asked and, unanswered, becomes a lapse. Each
/// step is one write together with its mail, so that it happens once however many nodes look and whenever one dies.
/// </summary>
public sealed class MembershipClock(KosmopolitDb db, StandingMail standing, RenewalMail mail, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <summary>Takes the steps that are due; false when none was.</summary>
    public async Task<bool> Tick(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), SwedishTime.Today(clock.GetUtcNow()));
        return await EndSuspensions(now, ct) | await SetFirstDays(today, ct) | await Lapse(now, today, ct) | await Ask(now, today, ct);
    }

    private async Task<bool> EndSuspensions(DateTimeOffset now, CancellationToken ct)
    {
        var over = await db.Set<Membership>()
            .Where(m => m.State == MembershipState.Suspended && m.SuspendedUntil <= now)
            .Join(db.Set<Network>(), m => m.NetworkId, n => n.Id, (m, n) => new { Row = m, Network = n })
            .OrderBy(x => x.Row.SuspendedUntil)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var x in over)
        {
            x.Row.Resume(now, null, "");
            await standing.Resumed(x.Row, x.Network, ct);
            await Store(ct);
        }
        return over.Count > 0;
    }

    private async Task<bool> SetFirstDays(DateOnly today, CancellationToken ct)
    {
        var fresh = await Renewing()
            .Where(x => x.Row.RenewBy == null)
            .OrderBy(x => x.Row.Id)
            .Take(AtOnce)
            .Select(x => x.Row)
            .ToListAsync(ct);
        foreach (var membership in fresh)
            membership.StayUntil(RenewalYear.FirstDay(membership, today));
        await Store(ct);
        return fresh.Count > 0;
    }

    private async Task<bool> Ask(DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var (early, late) = (today.AddDays(RenewalYear.Early), today.AddDays(RenewalYear.Late));
        var asked = db.Set<RenewalReminder>();
        var due = await Renewing()
            .Where(x => x.Row.RenewBy != null && x.Row.RenewBy <= early)
            .Where(x =>
                x.Row.RenewBy < today ? !asked.Any(r => r.MembershipId == x.Row.Id && r.RenewBy == x.Row.RenewBy)
                : x.Row.RenewBy <= late
                    ? !asked.Any(r => r.MembershipId == x.Row.Id && r.RenewBy == x.Row.RenewBy && r.Days <= RenewalYear.Late)
                : !asked.Any(r => r.MembershipId == x.Row.Id && r.RenewBy == x.Row.RenewBy)
            )
            .OrderBy(x => x.Row.RenewBy)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var x in due)
        {
            var day = x.Row.RenewBy!.Value;
            var days =
                day < today ? 0
                : day <= late ? RenewalYear.Late
                : RenewalYear.Early;
            db.Add(new RenewalReminder(x.Row.Id, day, days, now));
            if (x.Email is not null)
                mail.Ask(x.Row, x.Network, x.Email, LanguageOf(x));
            await Store(ct);
        }
        return due.Count > 0;
    }

    // Nobody lapses who was not reminded some time before, nor anybody while they hold an office.
    private async Task<bool> Lapse(DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var (graced, noticed) = (today.AddDays(-RenewalYear.Grace), now.AddDays(-RenewalYear.Notice));
        var due = await Renewing()
            .Where(x => x.Row.RenewBy != null && x.Row.RenewBy < graced)
            .Where(x => db.Set<RenewalReminder>().Any(r => r.MembershipId == x.Row.Id && r.RenewBy == x.Row.RenewBy && r.At <= noticed))
            .Where(x =>
                !db.Set<Mandate>()
                    .Any(m =>
                        m.AccountId == x.Account
                        && m.Scope == x.Network.Id
                        && m.Role == Role.Coordinator
                        && (m.Until == null || m.Until > now)
                    )
            )
            .OrderBy(x => x.Row.RenewBy)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var x in due)
        {
            x.Row.End(now, MembershipState.Lapsed);
            if (x.Email is not null)
                mail.Lapsed(x.Row, x.Network, x.Email, LanguageOf(x));
            await Store(ct);
        }
        return due.Count > 0;
    }

    // Networks that stand on their own ask every year; while one is starting, nobody is asked to stay in what is not there yet.
    private IQueryable<AskedMember> Renewing() =>
        db.Set<Membership>()
            .Where(m => m.EndedAt == null)
            .Join(
                db.Set<Network>().Where(n => n.Stage == Stage.Independent),
                m => m.NetworkId,
                n => n.Id,
                (m, n) => new { Row = m, Network = n }
            )
            .Join(
                db.Set<Member>(),
                x => x.Row.MemberId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.Row,
                        x.Network,
                        p.AccountId,
                    }
            )
            .Select(x => new AskedMember
            {
                Row = x.Row,
                Network = x.Network,
                Account = x.AccountId,
                Email = db.Users.Where(a => a.Id == x.AccountId).Select(a => a.Email).FirstOrDefault(),
                Language = db.Users.Where(a => a.Id == x.AccountId).Select(a => a.Language).FirstOrDefault(),
            });

    private static ReaderLanguage LanguageOf(AskedMember x) => ReaderLanguage.Find(x.Language) ?? ReaderLanguage.Swedish;

    private async Task Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node, or the member, was faster: what they stored holds. Look again.
            db.ChangeTracker.Clear();
        }
    }

    private sealed class AskedMember
    {
        public required Membership Row { get; init; }

        public required Network Network { get; init; }

        public Guid? Account { get; init; }

        public string? Email { get; init; }

        public string? Language { get; init; }
    }
}
