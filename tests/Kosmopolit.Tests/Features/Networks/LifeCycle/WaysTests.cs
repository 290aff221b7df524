using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Tests.Features.Networks.LifeCycle;

public sealed class WaysTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Author Guide = new(Guid.NewGuid(), Role.Facilitator);

    [Fact]
    public void Only_the_drawn_ways_lead_anywhere_and_each_other_one_says_what_can_be_done()
    {
        (Stage, Stage)[] drawn =
        [
            (Stage.Interest, Stage.StartUp),
            (Stage.Interest, Stage.Abandoned),
            (Stage.StartUp, Stage.Independent),
            (Stage.StartUp, Stage.Abandoned),
            (Stage.Independent, Stage.Dormant),
            (Stage.Independent, Stage.Closed),
            (Stage.Dormant, Stage.Independent),
            (Stage.Dormant, Stage.Closed),
            (Stage.Abandoned, Stage.Interest),
        ];
        foreach (var from in Enum.GetValues<Stage>())
        foreach (var to in Enum.GetValues<Stage>())
            Assert.Equal(drawn.Contains((from, to)), Ways.Refuse(from, to) is null);
    }

    [Fact]
    public void Independence_comes_after_three_meetings_held_in_order()
    {
        var network = new Network("a", "A", ["2480"], Now, null);
        Assert.NotNull(network.HoldMeeting(1, Now, Guide, ""));
        Assert.Null(network.Move(Stage.StartUp, Now, Guide, "enough"));
        Assert.NotNull(network.Move(Stage.Independent, Now, Guide, ""));
        Assert.NotNull(network.HoldMeeting(2, Now, Guide, ""));
        for (var number = 1; number <= 3; number++)
            Assert.Null(network.HoldMeeting(number, Now, Guide, ""));
        Assert.NotNull(network.HoldMeeting(3, Now, Guide, ""));
        Assert.Null(network.Move(Stage.Independent, Now, Guide, ""));
        Assert.Equal(Guide.Account, network.History[^1].ByAccountId);
    }

    [Theory]
    [InlineData(new[] { 4, 4 }, new int[0])]
    [InlineData(new[] { 9, 8, 5 }, new[] { 9, 8, 5 })]
    [InlineData(new[] { 9, 8, 2 }, new[] { 9 })]
    [InlineData(new[] { 9, 4, 3 }, new[] { 9 })]
    [InlineData(new[] { 5, 1 }, new int[0])]
    public void A_small_number_is_not_told_and_cannot_be_worked_out(int[] counts, int[] told)
    {
        var picture = InterestFigures.Picture(counts.Select((c, i) => (Code: $"{i:0000}", c)).ToDictionary(c => c.Code, c => c.c), 20);
        Assert.Equal(told.Order(), picture.Municipalities.Values.Order());
        Assert.True(counts.Sum() - picture.Municipalities.Values.Sum() is 0 or >= 5);
    }
}
