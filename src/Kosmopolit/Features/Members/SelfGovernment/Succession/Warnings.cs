using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>A sign that a network may fall asleep, and since when it holds.</summary>
public sealed record Warning(NoticeKind Kind, DateTimeOffset Since);

/// <summary>Signs of sleep, computed from rows each time: nothing has to be kept up to date.</summary>
public sealed class Warnings(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>One query for one network; none are given for networks that do not stand on their own.</summary>
    public async Task<IReadOnlyList<Warning>> Of(Network network, CancellationToken ct = default)
    {
        if (network.Stage != Stage.Independent)
            return [];
        var now = clock.GetUtcNow();
        var signs = await Signs(network, now, ct);
        var found = new List<Warning>();
        var last = new[] { signs.Acted, signs.Joined, signs.Proposed, network.StageSince }.Max()!.Value;
        if (last < now.AddMonths(-(signs.QuietMonths ?? new VotingTerms().QuietMonths)))
            found.Add(new Warning(NoticeKind.Quiet, last));
        if (!signs.HasCoordinator && !signs.IsVoting)
            found.Add(
                signs.Ended is { } ended
                    ? new Warning(NoticeKind.TermOver, ended)
                    : new Warning(NoticeKind.NoCoordinator, network.StageSince)
            );
        return found;
    }

    public static string Say(Warning warning, Texts t) =>
        warning.Kind switch
        {
            NoticeKind.Quiet => t["No member has done anything here since {0}.", WallTime.Day(warning.Since, t.Language.Culture)],
            NoticeKind.TermOver => t[
                "The last coordinator’s term ended on {0}, and nobody has been elected.",
                WallTime.Day(warning.Since, t.Language.Culture)
            ],
            _ => t["Nobody runs this network at present."],
        };

    // What members did, whoever they are: the log, newcomers, proposals; and who was elected to run the network.
    private Task<SignsOfLife> Signs(Network network, DateTimeOffset now, CancellationToken ct)
    {
        var members = db.Set<Membership>().Where(m => m.NetworkId == network.Id && m.EndedAt == null);
        // Joined from the members outwards: asked of each event whether a member did it, a large log takes minutes.
        var acts = members
            .Join(db.Set<Member>(), s => s.MemberId, m => m.Id, (_, m) => m.AccountId)
            .Join(db.Set<LoggedEvent>(), account => account, e => e.ActorId, (_, e) => e);
        var terms = db.Set<Mandate>().Elected(db, network.Id);
        var proposals = db.Set<Proposal>().Where(p => p.NetworkId == network.Id);
        return db.Set<Network>()
            .Where(n => n.Id == network.Id)
            .Select(n => new SignsOfLife
            {
                QuietMonths = db.Set<VotingRules>().Where(r => r.NetworkId == n.Id).Select(r => (int?)r.Terms.QuietMonths).FirstOrDefault(),
                Acted = acts.Max(e => (DateTimeOffset?)e.At),
                Joined = members.Max(m => (DateTimeOffset?)m.Since),
                Proposed = proposals.Max(p => (DateTimeOffset?)p.ProposedAt),
                HasCoordinator = terms.Any(m => m.From <= now && (m.Until == null || m.Until > now)),
                Ended = terms.Where(m => m.Until <= now).Max(m => m.Until),
                IsVoting = proposals.Any(p =>
                    p.DecidedAt == null
                    && p.WithdrawnAt == null
                    && (p.Matter.Kind == ProposalKind.Election || p.Matter.Kind == ProposalKind.Caretaker)
                ),
            })
            .SingleAsync(ct);
    }

    private sealed class SignsOfLife
    {
        /// <summary>As the network's rules say; null when it has none.</summary>
        public int? QuietMonths { get; init; }

        public DateTimeOffset? Acted { get; init; }

        public DateTimeOffset? Joined { get; init; }

        public DateTimeOffset? Proposed { get; init; }

        public bool HasCoordinator { get; init; }

        /// <summary>When the last term that is over ended.</summary>
        public DateTimeOffset? Ended { get; init; }

        /// <summary>An election, or a vote about a caretaker, is on its way.</summary>
        public bool IsVoting { get; init; }
    }
}
