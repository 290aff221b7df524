using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>How the networks that stand on their own govern themselves: each had an election, decided once, votes and talks.</summary>
internal sealed class DemoGovernment(IReadOnlyList<Member> members, DateTimeOffset now)
{
    private readonly Dice _dice = Dice.For("government");
    private int _turn;

    public List<object> Rows { get; } = [];

    public List<Mandate> Deputies { get; } = [];

    /// <summary>When the coordinator of today was elected; the fourth network's term ends in three weeks.</summary>
    public static DateTimeOffset ElectedAt(Network network, DateTimeOffset now)
    {
        var daysAgo = network.Slug == "ostergotland" ? 344 : 60 + 17 * (network.Slug.Length % 9);
        var at = now.AddDays(-daysAgo);
        return at > network.StageSince.AddDays(5) ? at : network.StageSince.AddDays(5);
    }

    public void Found(Network network, Account coordinator)
    {
        var people = members
            .Where(m =>
                m.Memberships.Any(s => s.NetworkId == network.Id) && m.Name.Audience >= Audience.MyNetwork && m.Name.Value.Length > 0
            )
            .OrderBy(m => m.JoinedAt)
            .ThenBy(m => m.Id)
            .ToList();
        var head = members.First(m => m.AccountId == coordinator.Id);
        // One network votes at its meetings: a vote there may last as long as the coffee.
        var atMeetings = network.Slug == "uppsala-gavleborg";
        Rows.Add(
            new VotingRules(
                network.Id,
                atMeetings ? new VotingTerms { LeastDays = 0, QuorumPercent = 0 }
                    : _turn % 2 == 1 ? new VotingTerms { Per = VotePer.Member, Tie = TieRule.RunOff }
                    : new VotingTerms()
            )
        );
        Election(network, head, people);
        Decided(network, people);
        AtTheVote(network, people);
        Discussed(network, people);
        Remind(network);
        _turn++;
    }

    private void Election(Network network, Member head, List<Member> people)
    {
        var closes = ElectedAt(network, now);
        var matter = new ProposalMatter
        {
            Kind = ProposalKind.Election,
            Seats = 1,
            Deputies = 1,
            TermMonths = 12,
        };
        var proposal = Propose(
            network,
            people[0],
            ("Val av samordnare", "Mandatperioden går ut. Vi väljer en samordnare och en ersättare."),
            closes.AddDays(-25),
            matter
        );
        var stands = people.Where(m => m != head && m.JoinedAt < closes.AddDays(-25)).Take(2).Prepend(head).ToList();
        var candidates = stands
            .Select(m => new Candidate(proposal, m.Id, m.Name.Value, DemoTalk.Pitch(stands.IndexOf(m)), closes.AddDays(-20)))
            .ToList();
        Rows.AddRange(candidates);
        var ballot = Ballot(
            proposal,
            new BallotTerms
            {
                IsSecret = true,
                QuorumPercent = 20,
                Seats = 1,
                Deputies = 1,
            },
            (closes.AddDays(-10), closes)
        );
        foreach (var candidate in candidates)
            ballot.Offer($"c{candidates.IndexOf(candidate) + 1}", candidate.Id);
        ballot.Offer(BallotOption.Abstain);
        var roll = Roll(ballot, share: 55);
        Count(proposal, ballot, roll, (i, _) => i % 9 == 8 ? BallotOption.Abstain : $"c{(i % 5 < 3 ? 1 : i % 5 == 3 ? 2 : 3)}", closes);
        var next = candidates.First(c => ballot.Options.Single(o => o.CandidateId == c.Id).Place == Place.Deputy);
        var deputy = stands.First(m => m.Id == next.MemberId);
        Deputies.Add(new Mandate(deputy.AccountId!.Value, Role.Deputy, network.Id, closes, "Vald av medlemmarna.", closes.AddMonths(12)));
    }

    private void Decided(Network network, List<Member> people)
    {
        var closes = now.AddDays(-_dice.Between(12, 40));
        var proposal = Propose(network, _dice.Pick(people), DemoTalk.Done[_turn % DemoTalk.Done.Length], closes.AddDays(-21));
        Talk(proposal, people, DemoTalk.Agreeing);
        var ballot = YesOrNo(proposal, secret: _turn % 2 == 0, (closes.AddDays(-8), closes));
        Count(
            proposal,
            ballot,
            Roll(ballot, share: 40),
            (i, _) =>
                i % 4 == 3 ? BallotOption.No
                : i % 11 == 9 ? BallotOption.Abstain
                : BallotOption.Yes,
            closes
        );
    }

    private void AtTheVote(Network network, List<Member> people)
    {
        var proposal = Propose(network, _dice.Pick(people), DemoTalk.Open[_turn % DemoTalk.Open.Length], now.AddDays(-16));
        Talk(proposal, people, DemoTalk.Doubting);
        var secret = _turn % 2 == 1;
        var ballot = YesOrNo(proposal, secret, (now.AddDays(-2), now.AddDays(26)));
        var roll = Roll(ballot, share: secret ? 0 : 15);
        Rows.Add(new Urn(ballot.Id, ""));
        foreach (var (entry, i) in roll.Where(r => r.Turnout == Turnout.Online).Select((r, i) => (r, i)))
        {
            var vote = new OpenVote(ballot.Id, entry.VoterId);
            vote.Choose(i % 3 == 2 ? BallotOption.No : BallotOption.Yes, entry.VoterId, now.AddDays(-1));
            Rows.Add(vote);
        }
    }

    private void Discussed(Network network, List<Member> people)
    {
        var proposal = Propose(network, _dice.Pick(people), DemoTalk.New[_turn % DemoTalk.New.Length], now.AddDays(-5));
        Talk(proposal, people, DemoTalk.Asking);
        Rows.AddRange(_dice.Shuffle(people).Take(3).Select(m => new ProposalSupport(proposal.Id, m.Id, now.AddDays(-3))));
    }

    private Proposal Propose(
        Network network,
        Member author,
        (string Title, string Text) words,
        DateTimeOffset at,
        ProposalMatter? matter = null
    )
    {
        var proposal = new Proposal(network.Id, author.Id, matter ?? new ProposalMatter(), at);
        proposal.Word(words.Title, words.Text, "sv", author.Id, at);
        Rows.Add(proposal);
        return proposal;
    }

    private void Talk(Proposal proposal, List<Member> people, string[] said)
    {
        var speakers = _dice.Shuffle(people).Take(said.Length).ToList();
        var first = new Remark(proposal, speakers[0].Id, null, said[0], proposal.ProposedAt.AddDays(1));
        Rows.Add(first);
        Rows.AddRange(
            said.Skip(1)
                .Select(
                    (s, i) =>
                        new Remark(
                            proposal,
                            speakers[i + 1].Id,
                            i == 0 ? first.Id : null,
                            s,
                            proposal.ProposedAt.AddDays(1).AddHours(5 + i)
                        )
                )
        );
    }

    private Ballot YesOrNo(Proposal proposal, bool secret, (DateTimeOffset, DateTimeOffset) times)
    {
        var ballot = Ballot(proposal, new BallotTerms { IsSecret = secret, QuorumPercent = 20 }, times);
        ballot.Offer(BallotOption.Yes);
        ballot.Offer(BallotOption.No);
        ballot.Offer(BallotOption.Abstain);
        return ballot;
    }

    private Ballot Ballot(Proposal proposal, BallotTerms terms, (DateTimeOffset Opens, DateTimeOffset Closes) times)
    {
        proposal.ComeToVote(times.Opens);
        var ballot = new Ballot(proposal.NetworkId, proposal.Id, terms, times, 1);
        ballot.Pledge(Lot.Fingerprint($"{proposal.Id}"));
        Rows.Add(ballot);
        return ballot;
    }

    // The people one signs in as have not voted yet.
    private List<RollEntry> Roll(Ballot ballot, int share)
    {
        var roll = members
            .Where(m => m.Memberships.Any(s => s.NetworkId == ballot.NetworkId && s.Since <= ballot.OpensAt))
            .Select(m => m.Id)
            .Order()
            .Select(m => new RollEntry(ballot.Id, m))
            .ToList();
        ballot.Open(roll.Count, ballot.OpensAt);
        var personas = members.Skip(members.Count - 4).Select(m => m.Id).ToHashSet();
        foreach (var entry in roll.Where(r => !personas.Contains(r.VoterId)))
            if (_dice.Chance(share))
                entry.Vote(Turnout.Online);
        Rows.AddRange(roll);
        return roll;
    }

    private void Count(Proposal proposal, Ballot ballot, List<RollEntry> roll, Func<int, RollEntry, string> choice, DateTimeOffset at)
    {
        var votes = roll.Where(r => r.Turnout == Turnout.Online)
            .Select(
                (r, i) =>
                    new CountedVote(
                        ballot.Id,
                        ballot.Terms.IsSecret ? Receipt() : r.VoterId.ToString("N"),
                        choice(i, r),
                        ballot.Terms.IsSecret ? null : r.VoterId
                    )
            )
            .OrderBy(v => v.Mark, StringComparer.Ordinal)
            .ToList();
        Rows.AddRange(votes);
        Rows.Add(new Urn(ballot.Id, ""));
        var keys = ballot.Options.OrderBy(o => o.Order).Select(o => o.Key).ToList();
        var result = Counting.Count(ballot.Terms, keys, ballot.OnRoll, [.. votes.Select(v => new Slip(v.Mark, v.Choice))], ballot.LotSeed);
        ballot.Close(result, false, null, at);
        proposal.Decide(ballot.Outcome is BallotOutcome.Adopted or BallotOutcome.Elected, at);
    }

    // The mails of the world's past are not sent again.
    private void Remind(Network network)
    {
        var until = ElectedAt(network, now).AddMonths(12);
        foreach (var kind in new[] { NoticeKind.TermEnds60, NoticeKind.TermEnds30 }.Where(k => until <= now.AddDays((int)k)))
            Rows.Add(new MemberNotice(network.Id, kind, until, until.AddDays(-(int)kind)));
    }

    private string Receipt() =>
        string.Concat(
            Enumerable.Range(0, SealedUrn.ReceiptLength).Select(_ => Slug.MeaninglessLetters[_dice.Below(Slug.MeaninglessLetters.Length)])
        );
}
