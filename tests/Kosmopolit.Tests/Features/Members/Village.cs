using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members;

/// <summary>
/// A small world that a class of tests may change: one independent network with a coordinator and a member, and a
/// neighbour in another. People are made as they are needed.
/// </summary>
public sealed class Village : IAsyncLifetime
{
    /// <summary>How the house is furnished, when not as usual.</summary>
    public Plan? Plan { get; init; }

    public House House { get; private set; } = null!;

    public Network Home { get; private set; } = null!;

    public Network Away { get; private set; } = null!;

    public string Coordinator { get; } = "anna@example.org";

    public string Neighbour { get; } = "nils@example.org";

    public async ValueTask InitializeAsync()
    {
        House = await House.Open(Plan);
        var now = House.Clock.GetUtcNow();
        (Home, Away) = (Made("norr", "Norr", now), Made("soder", "Söder", now));
        await House.Store(Home, Away);
        var anna = await Settle(Coordinator, "Anna", Home);
        await House.Store(new Mandate(anna.AccountId!.Value, Role.Coordinator, Home.Id, now, "elected"));
        await Settle(Neighbour, "Nils", Away);
    }

    /// <summary>Stores somebody who is a member of a network, seen by it and named to it.</summary>
    public async Task<Member> Settle(string email, string name, Network? network, Action<Member>? tell = null)
    {
        var now = House.Clock.GetUtcNow();
        var account = new Account(email, "en", now);
        var member = new Member(Slug.Meaningless(), account.Id, new(name, Audience.MyNetwork), now);
        if (network is not null)
            member.Join(network.Id, now, Audience.MyNetwork);
        tell?.Invoke(member);
        await House.Store(account, member);
        return member;
    }

    /// <summary>A new browser of somebody, signed in.</summary>
    public async Task<Reader> As(string email)
    {
        var reader = House.Reader();
        await reader.SignIn(email);
        return reader;
    }

    /// <summary>The newest mail to an address, as it waits to be sent.</summary>
    public async Task<OutgoingMail?> MailTo(string address) =>
        (await House.All<OutgoingMail>()).Where(m => m.To == address).OrderByDescending(m => m.Id).FirstOrDefault();

    public async ValueTask DisposeAsync() => await House.DisposeAsync();

    private static Network Made(string slug, string name, DateTimeOffset now)
    {
        var network = new Network(slug, name, ["2480"], now, null);
        network.Enter(Stage.Independent, now, null, "");
        return network;
    }
}
