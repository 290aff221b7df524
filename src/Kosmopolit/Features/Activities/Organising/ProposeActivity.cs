using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>A member has an idea. Nobody approves it; it stands in their network at once.</summary>
public sealed class ProposeActivity(KosmopolitDb db, Me me, Atlas atlas, Texts texts, TimeProvider clock)
{
    /// <summary>Ideas of one member in a day.</summary>
    public const int MostADay = 10;

    public async Task<Outcome<Activity>> Run(ActivityInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.IsMember)
            return new Refusal("Members of a network propose activities.") { Kind = RefusalKind.NotYours };
        var slug = PlainText.Clean(input.Network);
        var mine = await db
            .Networks.VisibleTo(me)
            .Where(n => me.Networks.Contains(n.Id) && (slug == "" || n.Slug == slug))
            .AsNoTracking()
            .Take(2)
            .ToListAsync(ct);
        if (mine is not [var network] || !me.CanPropose(network))
            return new Refusal("Choose one of your networks.", nameof(input.Network));
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        var typed = db.Set<Activity>().Where(a => a.ProposerId == self && a.ProposedAt > yesterday);
        // Events that came out of a calendar have a limit of their own.
        if (await typed.CountAsync(a => !db.Set<BroughtEvent>().Any(e => e.ActivityId == a.Id), ct) >= MostADay)
            return new Refusal("You have proposed {0} things since yesterday. Let others read them first.", null, MostADay);
        var activity = new Activity(network.Id, self, input.Method, input.IsTrip, now);
        if (input.Fill(activity, texts.Language.Tag, atlas) is { } odd)
            return odd;
        db.Add(activity);
        await db.SaveChangesAsync(ct);
        return activity;
    }
}
