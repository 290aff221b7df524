using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
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
    IReadOnlyList<Mandate> Mandates,
    IReadOnlyList<Entity> Papers,
    IReadOnlyList<PartnerOrganisation> Partners,
    IReadOnlyList<Partnership> Partnerships
)
{
    /// <summary>Rules, proposals, votes and what was said about them.</summary>
    public IReadOnlyList<object> Government { get; init; } = [];

    /// <summary>The texts of the bank, and what members say about them.</summary>
    public IReadOnlyList<Entity> Knowledge { get; init; } = [];

    /// <summary>What members ask each other, the answers and what came of them.</summary>
    public IReadOnlyList<Entity> Questions { get; init; } = [];

    /// <summary>What members do together.</summary>
    public IReadOnlyList<Entity> Activities { get; init; } = [];

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
        var sessions = DemoSessions.Of(Accounts, Today);
        RecordOnce(
            db,
            [
                .. sessions,
                .. Networks,
                .. Members,
                .. Members.SelectMany(m => m.Markets),
                .. Members.SelectMany(m => m.Memberships),
                .. Firms,
                .. Mandates,
                .. Partners,
                .. Partnerships,
                .. Papers,
                .. Government.OfType<Entity>(),
                .. Knowledge,
                .. Questions,
                .. Activities,
            ]
        );
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.Add(new Installation("Kosmopolit", isDemo: true, Today));
            db.AddRange(Accounts);
            db.AddRange(sessions);
            db.AddRange(Networks);
            db.AddRange(Mandates);
            db.AddRange(Partners);
            db.AddRange(Partnerships);
            await db.SaveChangesAsync(ct);
            db.AddRange(Members);
            await db.SaveChangesAsync(ct);
            db.AddRange(Firms);
            DemoDesk.Lay(db, this);
            await db.SaveChangesAsync(ct);
            db.AddRange(Papers);
            await db.SaveChangesAsync(ct);
            db.AddRange(Government);
            db.AddRange(Questions);
            db.AddRange(Activities);
            await db.SaveChangesAsync(ct);
            db.AddRange(Knowledge);
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
