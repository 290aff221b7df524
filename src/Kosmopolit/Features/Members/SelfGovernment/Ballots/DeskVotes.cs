using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>
/// Votes that end within a week, with how many have voted and never how; those that wait to be counted; and what was adopted
/// and could not be carried out.
/// </summary>
public sealed class DeskVotes(KosmopolitDb db) : DeskSource
{
    private const int Days = 7;

    /// <summary>For how long a desk speaks of a decision that could not be carried out.</summary>
    private const int HitchDays = 30;

    public override int Order => 22;

    public override string Heading(Texts t) => t["Votes"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var (now, soon) = (visit.Now, visit.Now.AddDays(Days));
        // An appeal lies with the removals.
        var votes = await db.Set<Ballot>()
            .VisibleTo(visit.Reader)
            .Where(b => b.NetworkId == visit.Network.Id && b.ClosedAt == null && b.OpensAt <= now && b.ClosesAt <= soon)
            .Join(
                db.Set<Proposal>().Where(p => p.Matter.Kind != ProposalKind.Appeal),
                b => b.ProposalId,
                p => p.Id,
                (b, p) =>
                    new
                    {
                        Proposal = p.Id,
                        p.Title,
                        b.ClosesAt,
                        b.OnRoll,
                        Voted = db.Set<RollEntry>().Count(r => r.BallotId == b.Id && r.Turnout != Turnout.NotYet),
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. votes.Select(v =>
                Row(visit, v.Proposal, Said(visit.Texts, v.Title, v.ClosesAt, (v.Voted, v.OnRoll), now), v.ClosesAt, v.ClosesAt <= now)
            ),
            .. await Hitches(visit, ct),
        ];
    }

    private async Task<IEnumerable<DeskRow>> Hitches(DeskVisit visit, CancellationToken ct)
    {
        var (since, t) = (visit.Now.AddDays(-HitchDays), visit.Texts);
        var stopped = await db.Set<Proposal>()
            .Where(p => p.NetworkId == visit.Network.Id && p.Hitch != null && p.DecidedAt >= since)
            .OrderBy(p => p.DecidedAt)
            .Select(p => new { p.Id, p.Title })
            .ToListAsync(ct);
        return stopped.Select(p => new DeskRow(
            t["“{0}” was adopted and could not be carried out.", $"\u2068{p.Title}\u2069"],
            t["See why"],
            $"/networks/{visit.Network.Slug}/proposals/{p.Id}"
        ));
    }

    private static DeskRow Row(DeskVisit visit, Guid proposal, string text, DateTimeOffset ends, bool isOver) =>
        new(
            text,
            isOver ? visit.Texts["Close and count"] : visit.Texts["See the vote"],
            $"/networks/{visit.Network.Slug}/proposals/{proposal}/vote"
        )
        {
            Due = ends,
        };

    private static string Said(Texts t, string title, DateTimeOffset ends, (int Voted, int OnRoll) turnout, DateTimeOffset now)
    {
        var about = $"\u2068{title}\u2069";
        return ends <= now
            ? t["Voting about “{0}” is over. Nobody has counted yet.", about]
            : t[
                "The vote about “{0}” ends on {1}. {2} of {3} have voted.",
                about,
                WallTime.Say(ends, t.Language.Culture),
                turnout.Voted,
                turnout.OnRoll
            ];
    }
}
