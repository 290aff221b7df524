using System.Security.Cryptography;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Importing;

/// <param name="Others">Things in the file that are no events.</param>
public sealed record ReadCalendar(BroughtCalendar File, Network Network, IReadOnlyList<CheckedEvent> Rows, int Others);

/// <summary>Reads the reader's own sealed file anew each time: nothing of it is stored in pieces before it is confirmed.</summary>
public sealed class CalendarReading(KosmopolitDb db, Me me, IServiceProvider services, TimeProvider clock)
{
    private readonly IDataProtector _seal = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("calendar");

    public byte[] Seal(byte[] content) => _seal.Protect(content);

    /// <summary>Null when the reader has no file lying here, or may no longer propose anything in its network.</summary>
    public async Task<ReadCalendar?> Mine(CancellationToken ct = default)
    {
        var self = me.MemberId;
        if (self is null || await db.Set<BroughtCalendar>().AsNoTracking().SingleOrDefaultAsync(c => c.ById == self, ct) is not { } file)
            return null;
        var network = await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Id == file.NetworkId, ct);
        if (network is null || !me.CanPropose(network) || Open(file) is not { } bytes || CalendarText.Read(bytes).Value is not { } text)
            return null;
        var keys = text.Events.Select(EventCheck.KeyOf).ToHashSet();
        var known = await db.Set<BroughtEvent>()
            .Where(e => e.NetworkId == network.Id)
            .Select(e => new { e.Key, e.ActivityId })
            .ToListAsync(ct);
        var there = known.Where(e => keys.Contains(e.Key)).ToDictionary(e => e.Key, e => e.ActivityId);
        foreach (var (key, id) in await Ours(text, ct))
            there.TryAdd(key, id);
        var check = new EventCheck(services.GetRequiredService<Atlas>(), services.GetRequiredService<Texts>(), there, clock.GetUtcNow());
        return new ReadCalendar(file, network, check.All(text), text.Others);
    }

    /// <summary>Events that this house wrote into a calendar itself.</summary>
    private async Task<List<(string, Guid)>> Ours(CalendarText text, CancellationToken ct)
    {
        var named = new Dictionary<Guid, string>();
        foreach (var found in text.Events)
            if (
                found.Value("UID") is var uid
                && uid.EndsWith("@kosmopolit", StringComparison.Ordinal)
                && Guid.TryParseExact(uid[..^11], "N", out var id)
            )
                named[id] = EventCheck.KeyOf(found);
        var ids = named.Keys.ToList();
        var here =
            ids.Count == 0
                ? []
                : await db.Set<Activity>().VisibleTo(db, me).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
        return [.. here.Select(id => (named[id], id))];
    }

    private byte[]? Open(BroughtCalendar file)
    {
        try
        {
            return _seal.Unprotect(file.Content);
        }
        catch (CryptographicException)
        {
            return null; // Keys of another installation, after a restore without them.
        }
    }
}
