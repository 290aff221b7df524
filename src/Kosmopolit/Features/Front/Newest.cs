using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Front;

/// <summary>What was told most recently, as far as the reader may see it.</summary>
public sealed class Newest(KosmopolitDb db, Me me, Remembered remembered)
{
    /// <summary>Lines on the front page, each of another person and about another country.</summary>
    public const int Lines = 4;

    public Task<IReadOnlyList<(PersonView, MarketView)>> Told() => remembered.For(me, "newest", 10, Ask);

    private async Task<IReadOnlyList<(PersonView, MarketView)>> Ask(Me who)
    {
        var people = await db
            .Members.VisibleTo(who)
            .Where(s => s.Member.Markets.Any(k => k.Audience >= s.Distance && k.Note != ""))
            .OrderByDescending(s => s.Member.JoinedAt)
            .ThenBy(s => s.Member.Id)
            .Take(Lines * 4)
            .ToViews(db, who);
        return
        [
            .. people
                .Select(p => (Person: p, Market: p.Markets.FirstOrDefault(k => k.Note.Length > 0)))
                .Where(x => x.Market is not null)
                .DistinctBy(x => x.Market!.Country)
                .Take(Lines)
                .Select(x => (x.Person, x.Market!)),
        ];
    }
}
