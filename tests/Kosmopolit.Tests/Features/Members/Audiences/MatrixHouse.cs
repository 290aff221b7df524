using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>Whoever looks, and how near they stand to every planted member.</summary>
internal sealed record Beholding(string Name, string? Email, Audience Distance);

/// <summary>A house in which somebody is planted for every audience, and everybody who may look at them.</summary>
public sealed class MatrixHouse : IAsyncLifetime
{
    internal House House { get; private set; } = null!;

    internal Atlas Atlas { get; private set; } = null!;

    internal IReadOnlyList<Planted> Planted { get; private set; } = [];

    internal IReadOnlyList<Beholding> Beholders { get; } =
    [
        new("visitor", null, Audience.Public),
        new("signed in", "signed-in@example.org", Audience.Public),
        new("other network", "other@example.org", Audience.AllNetworks),
        new("own network", "own@example.org", Audience.MyNetwork),
        // An office opens no private field, whatever it is over.
        .. Enum.GetValues<Role>().Select(r => new Beholding($"{r}", $"{r}@example.org", Audience.Public)),
    ];

    public async ValueTask InitializeAsync()
    {
        House = await House.Open();
        Atlas = House.App.Services.GetRequiredService<Atlas>();
        var now = House.Clock.GetUtcNow();
        var pairs = Enum.GetValues<Audience>()
            .Select(a => (Presence: Audience.Public, Fields: a))
            .Concat(Enum.GetValues<Audience>().Where(a => a != Audience.Public).Select(a => (Presence: a, Fields: Audience.Public)));
        Planted = [.. pairs.Select((p, i) => new Planted(i, p.Presence, p.Fields, Atlas, now))];
        await House.Store([.. Planted.SelectMany(p => new object[] { p.Account, p.Network })]);
        await House.Store([.. Planted.Select(p => p.Member)]);
        await House.Store([.. Planted.Select(p => p.Firm)]);
        var other = new Network("other", "Other", ["2481"], now, null);
        await House.Store(other, new Account("signed-in@example.org", "en", now));
        await Join("other@example.org", [other.Id]);
        await Join("own@example.org", [.. Planted.Select(p => p.Network.Id)]);
        foreach (var role in Enum.GetValues<Role>())
            await Appoint(role, now);
        await Words.Settle(House);
        await Words.Ready(House);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    internal async Task<Reader> Reader(string? email)
    {
        var reader = House.Reader();
        if (email is not null)
            await reader.SignIn(email);
        return reader;
    }

    // Over each planted network by itself, and over the whole installation.
    private async Task Appoint(Role role, DateTimeOffset now)
    {
        var account = new Account($"{role}@example.org", "en", now);
        await House.Store(account);
        await House.Store([
            new Mandate(account.Id, role, null, now, "test"),
            .. Planted.Select(p => new Mandate(account.Id, role, p.Network.Id, now, "test")),
        ]);
    }

    private async Task Join(string email, IReadOnlyList<Guid> networks)
    {
        var account = new Account(email, "en", House.Clock.GetUtcNow());
        await House.Store(account);
        var member = new Member($"p-{email.Split('@')[0]}", account.Id, new("", Audience.OnlyMe), House.Clock.GetUtcNow());
        member.ShowTo(Audience.OnlyMe);
        foreach (var network in networks)
            member.Join(network, House.Clock.GetUtcNow(), Audience.OnlyMe);
        await House.Store(member);
    }
}
