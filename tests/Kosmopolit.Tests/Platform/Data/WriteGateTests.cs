using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Platform.Data;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Writers_take_turns_in_the_order_of_their_arrival()
    {
        using var gate = new WriteGate();
        var order = new List<int>();
        var first = await gate.Enter(Until.Stopped);
        var waiting = Enumerable.Range(0, 8).Select(number => Write(gate, order, number)).ToList();
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 8), order);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_does_not_block_the_next()
    {
        using var gate = new WriteGate();
        using var patience = new CancellationTokenSource();
        var first = await gate.Enter(Until.Stopped);
        var impatient = gate.Enter(patience.Token);
        var next = gate.Enter(Until.Stopped);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        first.Dispose();
        (await next).Dispose();
    }

    private static async Task Write(WriteGate gate, List<int> order, int number)
    {
        using (await gate.Enter(Until.Stopped))
            order.Add(number);
    }
}

[UsesDatabase]
public sealed class ManyWritersTests
{
    [Fact]
    public async Task Eight_writers_at_once_on_two_nodes_lose_nothing()
    {
        await using var house = await House.Open();
        await using var second = house.Database.AnotherNode(house.Clock);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Write(number % 2 == 0 ? house.App.Services : second, number)));
        Assert.Equal(8 * 10, (await house.All<OutgoingMail>()).Count);
    }

    private static async Task Write(IServiceProvider node, int writer)
    {
        for (var number = 0; number < 10; number++)
            await node.InScope(async db =>
            {
                db.Add(new OutgoingMail($"{writer}@example.org", $"{number}", "", "", "en", MovableClock.Morning.AddYears(1)));
                await db.SaveChangesAsync();
            });
    }
}
