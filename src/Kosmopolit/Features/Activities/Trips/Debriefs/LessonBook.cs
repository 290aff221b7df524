using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <param name="By">Whoever learnt it, as the reader may know them.</param>
public sealed record LessonView(Lesson Row, Signature By);

/// <summary>Reads what travellers said after a trip, for those who travelled and for those who prepare the next.</summary>
public sealed class LessonBook(KosmopolitDb db, Me me, Signing signing, TripBook book)
{
    /// <summary>What a debrief asks, in its order: the five topics of a country, what to tell, what was asked.</summary>
    public static readonly IReadOnlyList<string> Asked = [.. TopicKeys.OfCountries, Matters.Next, Matters.Asked];

    /// <summary>Everybody's, by matter and then in the order they were said. Asked for those who may read them.</summary>
    public async Task<IReadOnlyList<LessonView>> Of(Guid trip, CancellationToken ct = default)
    {
        var rows = await db.Set<Lesson>()
            .Where(l => l.ActivityId == trip && l.Text != "")
            .OrderBy(l => l.At)
            .ThenBy(l => l.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var (names, order) = (await signing.Members(rows.Select(r => r.MemberId), ct), Asked.ToList());
        return [.. rows.OrderBy(r => order.IndexOf(r.Matter)).Select(r => new LessonView(r, names[r.MemberId]))];
    }

    /// <summary>What those who travelled last time would tell, for those who travel now.</summary>
    public async Task<IReadOnlyList<LessonView>> LastTime(Activity trip, CancellationToken ct = default) =>
        trip.CopyOfId is { } before && await book.TravelsAlong(trip, ct)
            ? [.. (await Of(before, ct)).Where(l => l.Row.Matter != Matters.Asked)]
            : [];

    /// <summary>The reader's own, to be changed; null when it is not theirs or says nothing.</summary>
    public Task<Lesson?> Own(Guid trip, Guid lesson, CancellationToken ct) =>
        db.Set<Lesson>().SingleOrDefaultAsync(l => l.Id == lesson && l.ActivityId == trip && l.MemberId == me.MemberId && l.Text != "", ct);
}
