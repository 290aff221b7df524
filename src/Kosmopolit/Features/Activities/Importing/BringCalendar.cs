using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>A calendar file as it is brought.</summary>
public sealed class CalendarInput
{
    public IFormFile? File { get; set; }

    /// <summary>Slug of the network that its events are meant for.</summary>
    [System.ComponentModel.DataAnnotations.StringLength(80)]
    public string? Network { get; set; }
}

/// <summary>Takes a calendar file in to be looked at, or throws it away. Nobody else hears of it.</summary>
public sealed class BringCalendar(KosmopolitDb db, Me me, CalendarReading reading, TimeProvider clock)
{
    public async Task<Refusal?> Run(CalendarInput input, CancellationToken ct = default)
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
        if (input.File is not { Length: > 0 } file)
            return new Refusal("Choose a file.", nameof(input.File));
        if (file.Length > CalendarText.MostBytes)
            return new Refusal(
                "The file is too large. At most {0} megabytes, please.",
                nameof(input.File),
                CalendarText.MostBytes / 1_000_000
            );
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        if (CalendarText.Read(content).Refusal is { } odd)
            return odd with { Field = nameof(input.File) };
        await db.Set<BroughtCalendar>().Where(c => c.ById == self).ExecuteDeleteAsync(ct);
        db.Add(new BroughtCalendar(network.Id, self, NameOf(file.FileName), reading.Seal(content), clock.GetUtcNow()));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public Task<int> ThrowAway(CancellationToken ct = default)
    {
        var self = me.MemberId;
        return db.Set<BroughtCalendar>().Where(c => c.ById == self && self != null).ExecuteDeleteAsync(ct);
    }

    private static string NameOf(string path)
    {
        var name = PlainText.Clean(path.Split('/', '\\')[^1]);
        return name.Length > 100 ? name[^100..] : name;
    }
}
