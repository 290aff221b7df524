using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>What is asked for and what is known of one country and topic.</summary>
/// <param name="Searches">Searches of the last year that found nobody.</param>
/// <param name="Firms">Firms that sell there or want to, as far as this reader may know.</param>
/// <param name="People">People who say they know it, as far as this reader may know.</param>
/// <param name="Texts">Published texts.</param>
/// <param name="Confirmed">Claims that somebody who was there confirms today.</param>
public sealed record GapCell(string Country, string Topic, int Searches, int Firms, int People, int Texts, int Confirmed)
{
    /// <summary>How much is asked for beyond what is known: above 0 it is a gap.</summary>
    public double Size => (Searches * 2) + Firms - (People * 2) - Texts - (Confirmed * 3);
}

/// <summary>Lays demand beside supply, per country and topic, for one company of readers.</summary>
public sealed class GapMap(KosmopolitDb db, Me me, HalfLives halfLives, Remembered remembered, TimeProvider clock)
{
    /// <summary>Every cell in which something is asked for or known, the largest gap first.</summary>
    public Task<IReadOnlyList<GapCell>> All() => remembered.For(me, "gaps", 400, Read);

    private async Task<IReadOnlyList<GapCell>> Read(Me who)
    {
        var cells = new Dictionary<(string Country, string Topic), GapCell>();
        void Add(string country, string topic, Func<GapCell, GapCell> change)
        {
            // Former states have longer codes; what is missing there can no longer be found out by going there.
            if (country.Length == 2)
                cells[(country, topic)] = change(cells.GetValueOrDefault((country, topic), new GapCell(country, topic, 0, 0, 0, 0, 0)));
        }
        await Searches(Add);
        await Firms(who, Add);
        await People(who, Add);
        await Texts(who, Add);
        await Claims(who, Add);
        return
        [
            .. cells
                .Values.OrderByDescending(c => c.Size)
                .ThenBy(c => c.Country, StringComparer.Ordinal)
                .ThenBy(c => c.Topic, StringComparer.Ordinal),
        ];
    }

    private delegate void Adding(string country, string topic, Func<GapCell, GapCell> change);

    private async Task Searches(Adding add)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);
        var rows = await db.Set<Gap>()
            .Where(g => g.Country != "" && g.Day >= since)
            .GroupBy(g => new { g.Country, g.Topic })
            .Select(g => new
            {
                g.Key.Country,
                g.Key.Topic,
                Count = g.Count(),
            })
            .ToListAsync();
        foreach (var row in rows)
            add(row.Country, row.Topic, c => c with { Searches = c.Searches + row.Count });
    }

    private async Task Firms(Me who, Adding add)
    {
        var rows = await db
            .Firms.VisibleTo(db.Memberships, who)
            .Join(
                db.Set<ExportMarket>(),
                s => s.Firm.Id,
                e => e.FirmId,
                (s, e) =>
                    new
                    {
                        s.Distance,
                        e.Audience,
                        e.Country,
                        e.FirmId,
                    }
            )
            .Where(x => x.Audience >= x.Distance)
            .Select(x => new { x.Country, x.FirmId })
            .Distinct()
            .GroupBy(x => x.Country)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync();
        foreach (var row in rows)
            add(row.Key, "business", c => c with { Firms = c.Firms + row.Count });
    }

    private async Task People(Me who, Adding add)
    {
        var rows = await db
            .Members.VisibleTo(who)
            .Join(db.MarketKnowledge, s => s.Member.Id, k => k.MemberId, (s, k) => new { s.Distance, Row = k })
            .Where(x => x.Row.Audience >= x.Distance)
            .Select(x => new
            {
                x.Row.Country,
                x.Row.Topics,
                x.Row.MemberId,
            })
            .ToListAsync();
        foreach (var row in rows.Distinct())
        foreach (var (key, flag) in TopicFlags)
            if (row.Topics.HasFlag(flag))
                add(row.Country, key, c => c with { People = c.People + 1 });
    }

    private async Task Texts(Me who, Adding add)
    {
        var rows = await db.Set<Article>()
            .VisibleTo(who)
            .Where(a => a.Country != "" && a.OriginalId == null && a.State == ArticleState.Published)
            .GroupBy(a => new { a.Country, a.Topic })
            .Select(g => new
            {
                g.Key.Country,
                g.Key.Topic,
                Count = g.Count(),
            })
            .ToListAsync();
        foreach (var row in rows)
            add(row.Country, row.Topic, c => c with { Texts = c.Texts + row.Count });
    }

    private async Task Claims(Me who, Adding add)
    {
        var lives = await halfLives.All();
        var year = clock.GetUtcNow().Year;
        var claims = await db.Set<Claim>()
            .VisibleTo(db, who)
            .Include(c => c.Voices)
            .Where(c => c.Country != "" && c.WithdrawnAt == null && c.SuccessorId == null)
            .AsNoTracking()
            .ToListAsync();
        foreach (var claim in claims)
            if (Confidence.Of(claim.Voices, HalfLives.For(lives, claim.Topic), year).Sureness >= Sureness.Confirmed)
                add(claim.Country, claim.Topic, c => c with { Confirmed = c.Confirmed + 1 });
    }

    private static readonly (string Key, Topics Flag)[] TopicFlags =
    [
        ("culture", Topics.Culture),
        ("politics", Topics.Politics),
        ("language", Topics.Language),
        ("religion", Topics.Religion),
        ("business", Topics.Business),
    ];
}
