using System.Text;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.Importing;

/// <summary>A process that dies between any two writes leaves an import as it was before, or as it is after.</summary>
[UsesDatabase]
public sealed class ImportCrashTests : IAsyncLifetime
{
    private readonly Death _death = new();
    private Village _village = null!;

    public async ValueTask InitializeAsync()
    {
        _village = new Village { Plan = new Plan { Services = _death.Watch } };
        await _village.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Bringing_confirming_and_undoing_happen_whole_or_not_at_all_wherever_they_are_cut()
    {
        await Cut(Bring, Nothing);
        var id = Assert.Single(await _village.House.All<Import>()).Id;

        await Cut(services => Confirming(services).Run(_village.Home, id, "en"), Waiting);
        Assert.Equal((2, 2, 2), await Rows());
        Assert.NotNull((await _village.House.All<Import>())[0].ConfirmedAt);

        await Cut(services => Confirming(services).Undo(_village.Home, id), Confirmed);
        Assert.Equal((0, 2, 0), await Rows());
        Assert.All(await _village.House.All<Invitation>(), i => Assert.NotNull(i.WithdrawnAt));
    }

    /// <summary>Does a thing until it comes to its end, dying one command later each time.</summary>
    private async Task Cut(Func<IServiceProvider, Task<Refusal?>> verb, Func<Task> asBefore)
    {
        var deaths = 0;
        for (var at = 1; at < 200; at++)
        {
            var done = await Death.At(at, async () => Assert.Null((await _village.House.By(_village.Coordinator, verb))?.Text));
            if (done)
            {
                Assert.True(deaths > 2, $"Only {deaths} commands were cut.");
                return;
            }
            deaths++;
            await asBefore();
        }
        Assert.Fail("It never came to its end.");
    }

    private async Task Nothing() => Assert.Empty(await _village.House.All<Import>());

    private async Task Waiting()
    {
        Assert.Equal((0, 0, 0), await Rows());
        var import = Assert.Single(await _village.House.All<Import>());
        Assert.Null(import.ConfirmedAt);
        Assert.NotNull(import.Content);
    }

    private async Task Confirmed()
    {
        Assert.Equal((2, 2, 2), await Rows());
        Assert.Null((await _village.House.All<Import>())[0].UndoneAt);
        Assert.All(await _village.House.All<Invitation>(), i => Assert.Null(i.WithdrawnAt));
    }

    /// <summary>People who wait, invitations, and mails to them.</summary>
    private async Task<(int People, int Invitations, int Mails)> Rows() =>
        (
            (await _village.House.All<ImportedPerson>()).Count,
            (await _village.House.All<Invitation>()).Count,
            (await _village.House.All<OutgoingMail>()).Count(m => m.To is "ask@example.org" or "ek@example.org")
        );

    private async Task<Refusal?> Bring(IServiceProvider services)
    {
        var bytes = Encoding.UTF8.GetBytes("namn;epost\nAsk;ask@example.org\nEk;ek@example.org\n");
        var file = new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Sheet", "lista.csv");
        return (await services.GetRequiredService<BringSheet>().Run(_village.Home, file)).Refusal;
    }

    private static ConfirmImport Confirming(IServiceProvider services) => services.GetRequiredService<ConfirmImport>();
}
