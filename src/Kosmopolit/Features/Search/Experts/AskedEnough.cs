using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>What members said about being asked counts for trips as for questions, and so do the questions that they were asked.</summary>
internal sealed class AskedEnough(KosmopolitDb db) : AskPatience
{
    public override async Task<Patience> Of(Guid member, DateTimeOffset now, CancellationToken ct)
    {
        var wishes = await db.Set<AskWishes>().AsNoTracking().SingleOrDefaultAsync(w => w.MemberId == member, ct) ?? new AskWishes(member);
        var since = now - Span;
        var asks = db.Set<Ask>().Where(a => a.MemberId == member);
        var isBusy = await asks.AnyAsync(a => a.Reason == PassReason.NoTime && a.PassedAt > since, ct);
        var left = isBusy || wishes.IsAway(SwedishTime.Today(now)) ? 0 : wishes.PerWeek - await asks.CountAsync(a => a.At > since, ct);
        return new Patience(left, wishes.MailDue(now));
    }
}
