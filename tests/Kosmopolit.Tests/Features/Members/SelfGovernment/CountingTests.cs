using CsCheck;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Whatever is voted, the count keeps its rules.</summary>
public sealed class CountingTests
{
    private static readonly string[] Question = [BallotOption.Yes, BallotOption.No, BallotOption.Abstain];

    private static readonly Gen<(int Yes, int No, int Abstain, int Silent, int Quorum, Majority Majority)> Questions = Gen.Select(
        Gen.Int[0, 40],
        Gen.Int[0, 40],
        Gen.Int[0, 20],
        Gen.Int[0, 60],
        Gen.Int[0, 100],
        Gen.Int[1, 3].Select(i => (Majority)i)
    );

    private static readonly Gen<(int Candidates, int Seats, int Deputies, TieRule Tie, string[] Choices, string Seed)> Elections =
        from candidates in Gen.Int[1, 8]
        from seats in Gen.Int[1, 4]
        from deputies in Gen.Int[0, 3]
        from tie in Gen.Int[1, 2].Select(i => (TieRule)i)
        from choices in Gen.Shuffle(Enumerable.Range(1, candidates).Select(i => $"c{i}").ToArray())
            .SelectMany(order =>
                Gen.Int[0, Math.Min(seats, candidates)].Select(n => n == 0 ? BallotOption.Abstain : string.Join(' ', order.Take(n)))
            )
            .Array[0, 30]
        from seed in Gen.String[Gen.Char['a', 'f'], 64, 64]
        select (candidates, seats, deputies, tie, choices, seed);

    [Fact]
    public void A_proposal_is_adopted_by_quorum_and_majority_and_by_nothing_else() =>
        Questions.Sample(q =>
        {
            var result = Ask(q);
            var counted = q.Yes + q.No + q.Abstain;
            var quorum = counted > 0 && counted >= (q.Yes + q.No + q.Abstain + q.Silent) * q.Quorum / 100.0;
            var share = q.Majority switch
            {
                Majority.TwoThirds => 2.0 / 3,
                Majority.ThreeQuarters => 3.0 / 4,
                _ => 0.5,
            };
            // Whole numbers against fractions: one rounding apart at most where they are equal.
            var yes = q.Majority == Majority.Simple ? q.Yes > q.No : q.Yes > 0 && q.Yes >= (q.Yes + q.No) * share - 1e-9;
            Assert.Equal(
                !quorum ? BallotOutcome.NoQuorum
                    : yes ? BallotOutcome.Adopted
                    : BallotOutcome.Rejected,
                result.Outcome
            );
            Assert.Equal(
                (q.Yes, q.No, q.Abstain),
                (Got(result, BallotOption.Yes), Got(result, BallotOption.No), Got(result, BallotOption.Abstain))
            );
            Assert.Equal(counted, result.Counted);
        });

    [Fact]
    public void As_many_yes_as_no_falls() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 20])
            .Sample((half, abstain) => Assert.NotEqual(BallotOutcome.Adopted, Ask((half, half, abstain, 0, 0, Majority.Simple)).Outcome));

    [Fact]
    public void One_more_yes_never_turns_a_yes_into_a_no() =>
        Questions.Sample(q =>
        {
            if (q.Silent > 0 && Ask(q).Outcome == BallotOutcome.Adopted)
                Assert.Equal(BallotOutcome.Adopted, Ask((q.Yes + 1, q.No, q.Abstain, q.Silent - 1, q.Quorum, q.Majority)).Outcome);
        });

    [Fact]
    public void The_order_of_the_votes_changes_nothing() =>
        Gen.Select(Elections, Gen.Int)
            .Sample(
                (e, turn) =>
                {
                    var slips = Slips(e.Choices).ToList();
                    var other = slips.OrderBy(s => Lot.Fingerprint($"{turn}{s.Mark}"), StringComparer.Ordinal).ToList();
                    Assert.True(Elect(e, slips).Is(Elect(e, other)));
                }
            );

    [Fact]
    public void Nobody_is_elected_before_somebody_with_more_votes_and_no_seat_is_given_twice() =>
        Elections.Sample(e =>
        {
            var result = Elect(e, [.. Slips(e.Choices)]);
            var candidates = result.Got.Where(g => g.Key != BallotOption.Abstain).Select(g => g.Value).ToList();
            var elected = candidates.Where(c => c.Place == Place.Elected).ToList();
            Assert.True(elected.Count <= e.Seats);
            Assert.True(candidates.Count(c => c.Place == Place.Deputy) <= e.Deputies);
            Assert.All(candidates.Where(c => c.Place != Place.None), c => Assert.True(c.Votes > 0));
            foreach (var one in elected)
                Assert.All(candidates.Where(c => c.Place != Place.Elected), other => Assert.True(other.Votes <= one.Votes));
            foreach (var deputy in candidates.Where(c => c.Place == Place.Deputy))
                Assert.All(candidates.Where(c => c.Place == Place.None), other => Assert.True(other.Votes <= deputy.Votes));
            Assert.Equal(e.Choices.SelectMany(c => c.Split(' ')).Count(), result.Got.Values.Sum(g => g.Votes));
        });

    [Fact]
    public void A_tie_about_the_last_seat_goes_to_the_lot_or_to_another_round_as_the_rules_say() =>
        Elections.Sample(e =>
        {
            var result = Elect(e, [.. Slips(e.Choices)]);
            var ranked = result
                .Got.Where(g => g.Key != BallotOption.Abstain && g.Value.Votes > 0)
                .Select(g => g.Value.Votes)
                .OrderDescending()
                .ToList();
            var tie = ranked.Count > e.Seats && ranked[e.Seats - 1] == ranked[e.Seats];
            Assert.Equal(tie && e.Tie == TieRule.RunOff && e.Choices.Length > 0, result.Outcome == BallotOutcome.RunOff);
            if (result.Outcome == BallotOutcome.RunOff)
            {
                var tied = result.Got.Values.Where(g => g.Place == Place.Tied).ToList();
                Assert.Single(tied.Select(t => t.Votes).Distinct());
                Assert.True(tied.Count > e.Seats - result.Got.Values.Count(g => g.Place == Place.Elected));
            }
            else if (e.Choices.Length > 0)
                Assert.Equal(Math.Min(e.Seats, ranked.Count), result.Got.Values.Count(g => g.Place == Place.Elected));
        });

    [Fact]
    public void The_lot_favours_nobody()
    {
        // Two candidates, one vote each, a thousand seeds: each wins about half.
        var first = 0;
        for (var i = 0; i < 1000; i++)
        {
            var slips = new Slip[] { new("a", "c1"), new("b", "c2") };
            var terms = new BallotTerms { Seats = 1 };
            var result = Counting.Count(terms, ["c1", "c2", BallotOption.Abstain], 2, slips, Lot.Draw().Seed);
            first += result.Of("c1").Place == Place.Elected ? 1 : 0;
        }
        Assert.InRange(first, 400, 600);
    }

    [Fact]
    public void The_pledge_fits_its_seed_and_no_other()
    {
        var (seed, pledge) = Lot.Draw();
        Assert.Equal(pledge, Lot.Fingerprint(seed));
        Assert.NotEqual(pledge, Lot.Draw().Pledge);
    }

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("yes", 0, true)]
    [InlineData("yes no", 0, false)]
    [InlineData("maybe", 0, false)]
    [InlineData("c1 c2", 2, true)]
    [InlineData("c1 c2", 1, false)]
    [InlineData("c1 abstain", 2, false)]
    [InlineData("c1 c1", 2, false)]
    public void Only_what_is_offered_is_taken(string choice, int seats, bool taken)
    {
        string[] keys = seats == 0 ? Question : ["c1", "c2", "c3", BallotOption.Abstain];
        Assert.Equal(taken, Counting.Refuses(new BallotTerms { Seats = seats }, keys, new Slip("x", choice).Keys) is null);
    }

    private static BallotResult Ask((int Yes, int No, int Abstain, int Silent, int Quorum, Majority Majority) q)
    {
        string[] choices =
        [
            .. Enumerable.Repeat(BallotOption.Yes, q.Yes),
            .. Enumerable.Repeat(BallotOption.No, q.No),
            .. Enumerable.Repeat(BallotOption.Abstain, q.Abstain),
        ];
        var terms = new BallotTerms { QuorumPercent = q.Quorum, Majority = q.Majority };
        return Counting.Count(terms, Question, choices.Length + q.Silent, [.. Slips(choices)], "seed");
    }

    private static BallotResult Elect(
        (int Candidates, int Seats, int Deputies, TieRule Tie, string[] Choices, string Seed) e,
        List<Slip> slips
    )
    {
        string[] keys = [.. Enumerable.Range(1, e.Candidates).Select(i => $"c{i}"), BallotOption.Abstain];
        var terms = new BallotTerms
        {
            Seats = e.Seats,
            Deputies = e.Deputies,
            Tie = e.Tie,
        };
        return Counting.Count(terms, keys, slips.Count, slips, e.Seed);
    }

    private static IEnumerable<Slip> Slips(IEnumerable<string> choices) => choices.Select((c, i) => new Slip($"m{i:D3}", c));

    private static int Got(BallotResult result, string key) => result.Of(key).Votes;
}
