using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Handover;

public enum Condition
{
    MeetingsHeld,
    StatutesAdopted,
    CoordinatorsElected,
    DataAccepted,
}

/// <summary>One thing that must be so before a network is handed over.</summary>
/// <param name="Next">Path of the page where the next step is taken, below the network's own.</param>
/// <param name="Least">How many it takes, where it takes a number.</param>
public sealed record Precondition(Condition Condition, bool IsMet, string Next, int Least = 1);

/// <summary>What must be so before a network is handed over, looked up afresh each time.</summary>
public sealed record Preconditions(IReadOnlyList<Precondition> All, CharterVersion? Charter, IReadOnlyList<Elected> Accepted)
{
    public bool AreMet => All.All(c => c.IsMet);

    /// <param name="network">With its history.</param>
    public static async Task<Preconditions> Of(KosmopolitDb db, Network network, CancellationToken ct = default)
    {
        var charter = await Adopted(db, network, ct);
        var least = charter?.Terms.BoardLeast ?? 1;
        var elected = await db.Set<Elected>().Where(e => e.NetworkId == network.Id && e.WithdrawnAt == null).ToListAsync(ct);
        var next = await db
            .Meetings.Where(m => m.NetworkId == network.Id && m.Number == network.MeetingsHeld + 1 && m.CalledOffAt == null)
            .Select(m => (Guid?)m.Id)
            .FirstOrDefaultAsync(ct);
        var accepted = elected.Where(e => e.AcceptedAt is not null).ToList();
        return new Preconditions(
            [
                new(
                    Condition.MeetingsHeld,
                    network.MeetingsHeld >= Ways.Meetings,
                    next is { } id ? $"/meetings/{id}" : $"/meetings/new?number={network.MeetingsHeld + 1}"
                ),
                new(Condition.StatutesAdopted, charter is not null, "/statutes"),
                new(Condition.CoordinatorsElected, elected.Count >= least, "/election", least),
                new(Condition.DataAccepted, elected.Count > 0 && accepted.Count == elected.Count, "/election"),
            ],
            charter,
            accepted
        );
    }

    /// <summary>The statutes that hold; null before the founding meeting adopted any.</summary>
    public static Task<CharterVersion?> Adopted(KosmopolitDb db, Network network, CancellationToken ct = default) =>
        db.Set<CharterVersion>()
            .Where(c => c.NetworkId == network.Id && c.AdoptedAt != null)
            .OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync(ct);

    public static string Name(Precondition precondition, Texts t) =>
        precondition.Condition switch
        {
            Condition.MeetingsHeld => t["Three meetings are held"],
            Condition.StatutesAdopted => t["The statutes are adopted"],
            Condition.CoordinatorsElected => t.Count(
                "At least {0} coordinator is elected",
                "At least {0} coordinators are elected",
                precondition.Least
            ),
            _ => t["All who were elected have accepted the members’ data"],
        };

    public static string Step(Condition condition, Texts t) =>
        condition switch
        {
            Condition.MeetingsHeld => t["To the next meeting"],
            Condition.StatutesAdopted => t["To the statutes"],
            Condition.CoordinatorsElected => t["To the election"],
            _ => t["To those who were elected"],
        };
}
