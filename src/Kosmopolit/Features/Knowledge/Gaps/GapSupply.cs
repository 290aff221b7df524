using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>What is known, per country and topic.</summary>
public sealed class GapSupply(KosmopolitDb db, HalfLives halfLives, TimeProvider clock)
{
    private static readonly (string Key, Topics Flag)[] TopicFlags =
    [
        ("culture", Topics.Culture),
        ("politics", Topics.Politics),
        ("language", Topics.Language),
        ("religion", Topics.Religion),
        ("business", Topics.Business),
    ];

    internal async Task Count(Me who, Counting count)
    {
        await People(who, count);
        await Texts(who, count);
        await Claims(who, count);
    }

    private async Task People(Me who, Counting count)
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
                count(row.Country, key, c => c with { People = c.People + 1 });
    }

    private async Task Texts(Me who, Counting count)
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
            count(row.Country, row.Topic, c => c with { Texts = c.Texts + row.Count });
    }

    private async Task Claims(Me who, Counting count)
    {
        var lives = await halfLives.All();
        var year = clock.GetUtcNow().Year;
        var claims = await db.Set<Claim>()
            .VisibleTo(db, who)
            .Include(c => c.Voices)
            .Standing()
            .Where(c => c.Country != "")
            .AsNoTracking()
            .ToListAsync();
        foreach (var claim in claims)
            if (Confidence.Of(claim.Voices, HalfLives.For(lives, claim.Topic), year).Sureness >= Sureness.Confirmed)
                count(claim.Country, claim.Topic, c => c with { Confirmed = c.Confirmed + 1 });
    }
}
