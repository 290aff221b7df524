using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>What is asked for, per country and topic.</summary>
public sealed class GapDemand(KosmopolitDb db, Gazetteer gazetteer, TimeProvider clock)
{
    internal async Task Count(Me who, Counting count)
    {
        await Searches(count);
        await Questions(who, count);
        await Firms(who, count);
        await Seekers(who, count);
    }

    private async Task Searches(Counting count)
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
            count(row.Country, row.Topic, c => c with { Searches = c.Searches + row.Count });
    }

    private async Task Questions(Me who, Counting count)
    {
        var rows = await db.Set<Question>()
            .VisibleTo(who)
            .Where(q => q.Country != "" && q.State == QuestionState.Open)
            .GroupBy(q => new { q.Country, q.Topic })
            .Select(g => new
            {
                g.Key.Country,
                g.Key.Topic,
                Count = g.Count(),
            })
            .ToListAsync();
        foreach (var row in rows)
            count(row.Country, row.Topic, c => c with { Questions = c.Questions + row.Count });
    }

    // Where a firm sells, somebody needs to know.
    private async Task Firms(Me who, Counting count)
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
                        e.UntilYear,
                        e.FirmId,
                    }
            )
            .Where(x => x.Audience >= x.Distance && x.UntilYear == null)
            .Select(x => new { x.Country, x.FirmId })
            .Distinct()
            .GroupBy(x => x.Country)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync();
        foreach (var row in rows)
            count(row.Key, "business", c => c with { Seekers = c.Seekers + row.Count });
    }

    /// <summary>The markets that people name when they say what they look for.</summary>
    private async Task Seekers(Me who, Counting count)
    {
        var texts = await db
            .Members.VisibleTo(who)
            .Where(s => s.Member.LooksFor.Audience >= s.Distance && s.Member.LooksFor.Value != "")
            .Select(s => s.Member.LooksFor.Value)
            .ToListAsync();
        foreach (var text in texts)
        foreach (var country in Markets(text))
            count(country, "business", c => c with { Seekers = c.Seekers + 1 });
    }

    // A name that may mean several countries names none of them for sure.
    private IEnumerable<string> Markets(string text) =>
        gazetteer
            .Find(text)
            .Where(m => m.Kind == MatchKind.Country)
            .GroupBy(m => m.Start)
            .Where(g => g.Select(m => m.Code).Distinct().Count() == 1)
            .Select(g => g.First().Code)
            .Distinct();
}
