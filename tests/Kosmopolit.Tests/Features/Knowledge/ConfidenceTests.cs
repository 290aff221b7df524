using CsCheck;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>However people speak, sureness follows its rules: it ages, it is lowered by objections, it never comes from nothing.</summary>
public sealed class ConfidenceTests
{
    private const int Year = 2026;

    private static readonly Gen<double> HalfLives = Gen.Double[0.25, 50];

    private static readonly Gen<List<(bool For, int LastYear)>> Said = Gen.Select(Gen.Bool, Gen.Int[1960, Year]).List[0, 12];

    [Fact]
    public void A_voice_is_worth_one_in_its_year_and_half_after_a_half_life()
    {
        Assert.Equal(1, Confidence.Weight(Year, 4, Year), 9);
        Assert.Equal(0.5, Confidence.Weight(Year - 4, 4, Year), 9);
        Assert.Equal(0.25, Confidence.Weight(Year - 8, 4, Year), 9);
        // Somebody who says a year that has not come gains nothing by it.
        Assert.Equal(1, Confidence.Weight(Year + 30, 4, Year), 9);
    }

    [Fact]
    public void Nothing_is_confirmed_that_nobody_says() =>
        Said.Sample(said =>
        {
            var confidence = Of(said.Where(s => !s.For), 5);
            Assert.Equal(Sureness.Unconfirmed, confidence.Sureness);
            Assert.Null(confidence.LastYear);
        });

    [Fact]
    public void Time_never_makes_anything_surer() =>
        Gen.Select(Said, HalfLives, Gen.Int[0, 40])
            .Sample(
                (said, halfLife, later) =>
                {
                    var (now, then) = (Of(said, halfLife), Of(said, halfLife, Year + later));
                    Assert.True(then.For <= now.For + 1e-9);
                    Assert.True(then.Against <= now.Against + 1e-9);
                }
            );

    [Fact]
    public void One_more_who_saw_it_this_year_never_takes_weight_away() =>
        Gen.Select(Said, HalfLives)
            .Sample((said, halfLife) => Assert.True(Of([.. said, (true, Year)], halfLife).For > Of(said, halfLife).For));

    [Fact]
    public void The_order_of_the_voices_changes_nothing() =>
        Gen.Select(Said, HalfLives)
            .Sample(
                (said, halfLife) =>
                {
                    var (one, other) = (Of(said, halfLife), Of(Enumerable.Reverse(said), halfLife));
                    Assert.Equal((one.Voices, one.Objections, one.LastYear), (other.Voices, other.Objections, other.LastYear));
                    Assert.Equal(one.For, other.For, 9);
                }
            );

    [Theory]
    [InlineData(Sureness.Confirmed, "2026")]
    [InlineData(Sureness.Sure, "2026 2025")]
    [InlineData(Sureness.Faded, "2005")]
    [InlineData(Sureness.Disputed, "2026 -2026")]
    [InlineData(Sureness.Sure, "2026 2026 2026 -2010")]
    [InlineData(Sureness.Unconfirmed, "-2026")]
    public void Words_are_what_a_person_would_say(Sureness expected, string voices) =>
        Assert.Equal(
            expected,
            Of(
                voices
                    .Split(' ')
                    .Select(v => (!v.StartsWith('-'), int.Parse(v.TrimStart('-'), System.Globalization.CultureInfo.InvariantCulture))),
                4
            ).Sureness
        );

    [Fact]
    public void Every_topic_has_a_half_life()
    {
        Assert.All(Kosmopolit.Features.Knowledge.KnowledgeTopics.All, t => Assert.True(HalfLife.Usual[t] > 0));
        Assert.True(HalfLife.Usual["business"] < HalfLife.Usual["culture"]);
    }

    private static Confidence Of(IEnumerable<(bool For, int LastYear)> said, double halfLife, int year = Year) =>
        Confidence.Of(
            said.Select(s => new Voice(
                Guid.NewGuid(),
                s.For,
                new(Basis.Lived, null, null, "", s.LastYear),
                ("x", false),
                DateTimeOffset.UnixEpoch
            )),
            halfLife,
            year
        );
}
