using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Demo;

/// <summary>
/// A fictional Sweden in which every role and every shade of privacy occurs: seven networks, some six hundred members.
/// The same in every build, so that tests, screenshots and measurements speak of the same people.
/// </summary>
public sealed record DemoWorld(
    IReadOnlyList<Network> Networks,
    IReadOnlyList<Account> Accounts,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Firm> Firms,
    IReadOnlyList<Mandate> Mandates
)
{
    /// <summary>The day the world is told on.</summary>
    public static readonly DateTimeOffset Today = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The organisation whose adviser is among the personas.</summary>
    public static readonly Guid SupportOrganisation = new("01990000-0000-7000-8000-00000000a0d1");

    /// <summary>Makes the world as of <paramref name="now"/>; nothing is stored.</summary>
    public static DemoWorld Build(DateTimeOffset now)
    {
        var (dice, made) = (Dice.For("keys"), 0);
        // One millisecond apart, so that keys sort in the order of making, as real ones do.
        using (Entity.TakeKeysFrom(() => dice.Key(now.AddYears(-1).AddMilliseconds(made++))))
            return new DemoBuilder(DemoSource.Shipped, now).Build();
    }

    public static Task<bool> IsLoaded(KosmopolitDb db, CancellationToken ct) => db.Set<Installation>().AnyAsync(i => i.IsDemo, ct);

    /// <summary>
    /// Stores the world of <see cref="Today"/> in one transaction; false, and nothing stored, when the database already
    /// belongs to an installation, the demo's or a real one.
    /// </summary>
    public static Task<bool> Load(KosmopolitDb db, CancellationToken ct) =>
        db.InOneTransaction(
            async () =>
            {
                if (await db.Set<Installation>().AnyAsync(ct))
                    return false;
                await Build(Today).Store(db, ct);
                return true;
            },
            ct
        );

    private async Task Store(KosmopolitDb db, CancellationToken ct)
    {
        RecordOnce(db, [.. Networks, .. Members, .. Firms, .. Mandates]);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.Add(new Installation("Kosmopolit", isDemo: true, Today));
            db.AddRange(Accounts);
            db.AddRange(Networks);
            db.AddRange(Mandates);
            await db.SaveChangesAsync(ct);
            db.AddRange(Members);
            await db.SaveChangesAsync(ct);
            db.AddRange(Firms);
            await db.SaveChangesAsync(ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    // An entity raises an event at each verb of its making; the log needs to hear of each newcomer once.
    private static void RecordOnce(KosmopolitDb db, IReadOnlyList<Entity> entities)
    {
        foreach (var happened in entities.SelectMany(e => e.Events).Distinct().ToList())
            db.Record(happened);
        foreach (var entity in entities)
            entity.ForgetEvents();
    }
}
