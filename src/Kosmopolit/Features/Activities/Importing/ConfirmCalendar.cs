using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Importing;

public sealed class TickedInput
{
    /// <summary>The file that was looked at.</summary>
    public Guid File { get; set; }

    /// <summary>Numbers of the events that are meant.</summary>
    public List<int>? Events { get; set; }
}

/// <summary>Proposes the ticked events in their network: all of them or, when one is wrong, none.</summary>
public sealed class ConfirmCalendar(KosmopolitDb db, Me me, CalendarReading reading, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Events of one member in a day: the network is to read them.</summary>
    public const int MostADay = 30;

    /// <returns>How many activities came of it.</returns>
    public async Task<(int Proposed, Refusal? Refusal)> Run(TickedInput input, CancellationToken ct = default)
    {
        if (await reading.Mine(ct) is not { } read || !me.CanPropose(read.Network))
            return (0, new Refusal("The file is no longer here. Bring it once more.") { Kind = RefusalKind.Gone });
        if (read.File.Id != input.File)
            return (
                0,
                new Refusal("This is another file than the one you looked at. Look at its events first.") { Kind = RefusalKind.Meanwhile }
            );
        var wanted = (input.Events ?? []).ToHashSet();
        var chosen = read.Rows.Where(r => wanted.Contains(r.Number)).ToList();
        if (chosen.Count == 0)
            return (0, new Refusal("Tick at least one event.", nameof(input.Events)));
        if (chosen.Find(r => !r.IsGood) is { } bad)
            return (0, new Refusal("Event {0} cannot be proposed: what is wrong is said beside it.", nameof(input.Events), bad.Number));
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        var self = me.MemberId!.Value;
        var before = await db.Set<Activity>().CountAsync(a => a.ProposerId == self && a.ProposedAt > yesterday, ct);
        if (before + chosen.Count > MostADay)
            return (
                0,
                new Refusal(
                    "At most {0} in a day, so that others can read them. You can still propose {1} today.",
                    nameof(input.Events),
                    MostADay,
                    Math.Max(0, MostADay - before)
                )
            );
        foreach (var row in chosen)
            if (Propose(row, read, self, now) is { } odd)
                return (0, odd);
        var file = read.File.Id;
        var refusal = await db.InOneTransaction(
            async () =>
            {
                // Pressed twice, the file is gone the second time.
                var taken = await db.Set<BroughtCalendar>().Where(c => c.Id == file && c.ById == self).ExecuteDeleteAsync(ct);
                return taken == 0 ? ActivityBook.Meanwhile : await db.Save(ActivityBook.Meanwhile, ct);
            },
            ct
        );
        return (refusal is null ? chosen.Count : 0, refusal);
    }

    private Refusal? Propose(CheckedEvent row, ReadCalendar read, Guid self, DateTimeOffset now)
    {
        var activity = new Activity(read.Network.Id, self, row.Input.Method, isTrip: false, now);
        if (row.Input.Fill(activity, services.GetRequiredService<Texts>().Language.Tag, services.GetRequiredService<Atlas>()) is { } odd)
            return odd;
        foreach (var exception in row.Exceptions)
            if (activity.Except(exception.Day, exception.MovedTo, now) is { } wrong)
                return wrong;
        db.Add(activity);
        db.Add(new BroughtEvent(activity, row.Key));
        return null;
    }
}
