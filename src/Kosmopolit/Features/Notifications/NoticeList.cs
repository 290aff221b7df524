using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications;

public sealed record NoticeView(Notice Row, NoticeText Text);

/// <summary>The reader's news as they may read them now; one query for the notices and a fixed number for each source.</summary>
public sealed class NoticeList(KosmopolitDb db, Me me, IEnumerable<NoticeSource> sources, Texts t)
{
    public const int Each = 30;

    /// <param name="after">The last notice of the page before; null for the newest.</param>
    public async Task<(IReadOnlyList<NoticeView> News, Guid? After)> Page(Guid? after, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return ([], null);
        var own = db.Set<Notice>().Where(n => n.MemberId == self);
        if (after is { } last)
        {
            var at = await own.Where(n => n.Id == last).Select(n => (DateTimeOffset?)n.At).SingleOrDefaultAsync(ct);
            own = own.Where(n => n.At < at || (n.At == at && n.Id.CompareTo(last) < 0));
        }
        var rows = await own.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(Each + 1).AsNoTracking().ToListAsync(ct);
        var page = rows.Take(Each).ToList();
        var said = new Dictionary<Guid, NoticeText>();
        foreach (var source in sources)
            if (page.Where(n => n.Source == source.Key).ToList() is { Count: > 0 } mine)
                foreach (var (id, text) in await source.Read(db, me, mine, t, ct))
                    said[id] = text;
        return (
            [.. page.Where(n => said.ContainsKey(n.Id)).Select(n => new NoticeView(n, said[n.Id]))],
            rows.Count > Each ? page[^1].Id : null
        );
    }
}
