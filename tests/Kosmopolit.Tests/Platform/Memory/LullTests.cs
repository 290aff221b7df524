using Kosmopolit.Platform.Memory;

namespace Kosmopolit.Tests.Platform.Memory;

public sealed class LullTests
{
    [Fact]
    public void A_lull_begins_once_after_work_has_ended()
    {
        var lull = new Lull(much: 100, little: 10);
        Assert.False(lull.Begins(60));
        Assert.False(lull.Begins(130));
        Assert.True(lull.Begins(135));
        Assert.False(lull.Begins(140));
    }

    [Fact]
    public void Nothing_begins_while_work_goes_on() =>
        Assert.DoesNotContain(true, Looks(new Lull(much: 100, little: 10), each: 11, times: 100));

    [Fact]
    public void What_loops_allocate_never_adds_up_to_work() =>
        Assert.DoesNotContain(true, Looks(new Lull(much: 100, little: 10), each: 10, times: 100));

    [Fact]
    public void Work_that_comes_in_small_pieces_counts_together()
    {
        var lull = new Lull(much: 100, little: 10);
        Assert.Equal([false, false, false, false, false, true], new[] { 50, 55, 90, 95, 130, 135 }.Select(a => lull.Begins(a)));
    }

    private static List<bool> Looks(Lull lull, int each, int times) => [.. Enumerable.Range(1, times).Select(i => lull.Begins(i * each))];
}
