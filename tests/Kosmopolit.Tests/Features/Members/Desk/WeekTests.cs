using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Desk;

/// <summary>The mail of the week comes without anybody's doing.</summary>
[UsesDatabase]
public sealed class WeekTests : IAsyncLifetime
{
    private readonly Village _village = new() { Plan = new() { ClocksStrike = true } };

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task On_monday_every_desk_is_looked_at_once()
    {
        _village.House.Wake<MondayWorker>();
        await Words.Come(async () => await Looked() == 1, TimeSpan.FromSeconds(60));
        await _village.Monday();
        Assert.Equal(1, await Looked());
    }

    private async Task<int> Looked() => (await _village.House.All<DeskMail>()).Count;
}
