using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>Mails that go out because time passes: a term that ends, a network that falls asleep. Each goes once.</summary>
public sealed class Reminders(KosmopolitDb db, Warnings warnings, GovernmentMail mail, TimeProvider clock)
{
    private static readonly NoticeKind[] Ahead = [NoticeKind.TermEnds7, NoticeKind.TermEnds30, NoticeKind.TermEnds60];

    /// <summary>How long both signs of sleep must have been known before a network rests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(60);

    /// <summary>60, 30 and 7 days before a coordinator's term ends, unless the next one is elected.</summary>
    public async Task TermsEnding(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var offices = await db.Set<Mandate>()
            .Where(m => m.Role == Role.Coordinator && m.Scope != null && (m.Until == null || m.Until > now))
            .Where(m => !db.Set<BrokenGlass>().Any(g => g.MandateId == m.Id))
            .Select(m => new
            {
                Network = m.Scope!.Value,
                m.From,
                m.Until,
            })
            .AsNoTracking()
            .ToListAsync(ct);
        var ending = offices
            .Where(o => o.From <= now && o.Until <= now.AddDays((int)NoticeKind.TermEnds60))
            .Select(o => (o.Network, Until: o.Until!.Value))
            .Distinct()
            .Where(o => !offices.Any(next => next.Network == o.Network && next.From > now));
        foreach (var (id, until) in ending.ToList())
        {
            var kind = Ahead.First(k => until - now <= TimeSpan.FromDays((int)k));
            if (await Find(id, ct) is { } network)
                await Once(network, kind, until, "offices", t => Ends(t, network, until), ct);
        }
    }

    /// <summary>Tells the members of each network what threatens it; rests it when nothing came of that.</summary>
    public async Task Sleep(CancellationToken ct)
    {
        var networks = await db.Set<Network>().Where(n => n.Stage == Stage.Independent).Select(n => n.Id).ToListAsync(ct);
        foreach (var id in networks)
        {
            if (await Find(id, ct) is not { } network)
                continue;
            var signs = await warnings.Of(network, ct);
            foreach (var sign in signs)
                await Once(network, sign.Kind, sign.Since, "succession", t => Warn(t, network, sign), ct);
            if (signs.Count >= 2)
                await Rest(network, signs, ct);
        }
    }

    private async Task Rest(Network network, IReadOnlyList<Warning> signs, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.Set<MemberNotice>().Where(n => n.NetworkId == network.Id).AsNoTracking().ToListAsync(ct);
        if (!signs.All(s => known.Any(k => k.Kind == s.Kind && k.About == s.Since && k.SentAt <= now - Patience)))
            return;
        var row = await db.Set<Network>().Include(n => n.History).SingleAsync(n => n.Id == network.Id, ct);
        row.Enter(Stage.Dormant, now, null, "No coordinator and no sign of life");
        await Once(network, NoticeKind.Rests, now, "succession", t => Rests(t, network), ct);
    }

    private async Task Once(
        Network network,
        NoticeKind kind,
        DateTimeOffset about,
        string page,
        Func<Texts, Message> write,
        CancellationToken ct
    )
    {
        if (await db.Set<MemberNotice>().AnyAsync(n => n.NetworkId == network.Id && n.Kind == kind && n.About == about, ct))
            return;
        db.Add(new MemberNotice(network.Id, kind, about, clock.GetUtcNow()));
        await mail.ToMembers(network, $"/networks/{network.Slug}/{page}", write, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node was faster; the mails went with its row.
        }
        db.ChangeTracker.Clear();
    }

    private Task<Network?> Find(Guid id, CancellationToken ct) =>
        db.Set<Network>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);

    private static Message Ends(Texts t, Network network, DateTimeOffset until) =>
        new(
            t["A term in {0} ends on {1}", network.Name, WallTime.Day(until, t.Language.Culture)],
            [
                t["The office of a coordinator ends by itself on that day."],
                t["Propose an election in time, or stand yourself. An election takes about three weeks."],
            ],
            t["See who holds which office"]
        );

    private static Message Warn(Texts t, Network network, Warning sign) =>
        new(
            t["{0} may fall asleep", network.Name],
            [Warnings.Say(sign, t), t["Any member can change that: propose something, or an election, or a caretaker."]],
            t["See what you can do"]
        );

    private static Message Rests(Texts t, Network network) =>
        new(
            t["{0} rests", network.Name],
            [
                t["It had no coordinator and no member did anything for a long time, so it rests. Nothing is lost."],
                t["A few members together wake it with one press each."],
            ],
            t["Wake it up"]
        );
}
