using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Minutes;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>
/// A network on its way: a facilitator, six members, a programme manager, an operator and somebody who is nobody. Time
/// and verbs lead it as far as a test wants.
/// </summary>
public sealed class StartUpTown : IAsyncDisposable
{
    public const string Facilitator = "greta@example.org";
    public const string Manager = "petra@example.org";
    public const string Operator = "olof@example.org";
    public const string Nobody = "noor@example.org";
    public const string Elected = "amira@example.org";

    public static readonly string[] Members =
    [
        Elected,
        "bo@example.org",
        "chen@example.org",
        "dina@example.org",
        "elif@example.org",
        "farid@example.org",
    ];

    private StartUpTown(House house, Network network) => (House, Network) = (house, network);

    public House House { get; }

    public Network Network { get; private set; }

    public static CharterInput Charter =>
        new()
        {
            Name = "Norr",
            Seat = "Umeå",
            Purpose = "Att dela kunskap",
            Criterion = "Driver företag",
            Successor = "ett annat nätverk",
            TermYears = 2,
            BoardLeast = 1,
        };

    public static async Task<StartUpTown> Open(Stage stage = Stage.StartUp)
    {
        var house = await House.Open();
        var now = house.Clock.GetUtcNow();
        var network = new Network("norr", "Norr", ["2480", "2482"], now.AddDays(-60), null, "Many asked.");
        if (stage == Stage.StartUp)
            network.Enter(Stage.StartUp, now.AddDays(-10), null, "Enough are interested.");
        await house.Store(network);
        var town = new StartUpTown(house, network);
        foreach (
            var (email, role, scope) in new (string, Role?, Guid?)[]
            {
                (Facilitator, Role.Facilitator, network.Id),
                (Manager, Role.ProgrammeManager, null),
                (Operator, Role.Operator, null),
                (Nobody, null, null),
            }
        )
        {
            var account = new Account(email, "en", now);
            await house.Store(account);
            if (role is { } office)
                await house.Store(new Mandate(account.Id, office, scope, now, "test"));
        }
        foreach (var email in Members)
            await town.Settle(email);
        return town;
    }

    public async Task<Member> Settle(string email, string language = "en")
    {
        var now = House.Clock.GetUtcNow();
        var account = new Account(email, language, now);
        var member = new Member(Slug.Meaningless(), account.Id, new($"Name of {email}", Audience.MyNetwork), now);
        member.Join(Network.Id, now, Audience.MyNetwork);
        member.Declare(
            new MarketKnowledge(member.Id, new("IQ", Basis.Lived, 1990, 2000, "", 2020), Audience.MyNetwork).About(Topics.Customs, "", "en")
        );
        await House.Store(account, member);
        return member;
    }

    public async Task<Reader> As(string email)
    {
        var reader = House.Reader();
        await reader.SignIn(email);
        return reader;
    }

    /// <summary>Does something as the product does for a request of this person, who is looked up afresh.</summary>
    public Task<T> Do<T>(string email, Func<IServiceProvider, Network, Task<T>> work) =>
        House.By(
            email,
            async services =>
                await work(
                    services,
                    await services
                        .GetRequiredService<KosmopolitDb>()
                        .Set<Network>()
                        .Include(n => n.History)
                        .Include(n => n.Municipalities)
                        .AsNoTracking()
                        .SingleAsync(n => n.Id == Network.Id)
                )
        );

    public Task<Refusal?> Try<TVerb>(string email, Func<TVerb, Network, Task<Refusal?>> run)
        where TVerb : notnull => Do(email, (services, network) => run(services.GetRequiredService<TVerb>(), network));

    public async Task Must<TVerb>(string email, Func<TVerb, Network, Task<Refusal?>> run)
        where TVerb : notnull => Assert.Null((await Try(email, run))?.Text);

    /// <summary>Plans a meeting ten days ahead and sends the invitations.</summary>
    public async Task<Guid> Call(int number)
    {
        var day = SwedishTime.Of(House.Clock.GetUtcNow().AddDays(10));
        var input = new MeetingInput
        {
            Day = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Time = "18:00",
            Place = "Folkets hus",
        };
        var planned = await Do(Facilitator, (services, network) => services.GetRequiredService<PlanMeeting>().Run(network, number, input));
        Assert.Null(planned.Refusal?.Text);
        await Must<SendInvitations>(Facilitator, (verb, network) => verb.Run(network, planned.Value!.Id));
        foreach (var member in Members)
            await Must<AnswerInvitation>(
                member,
                async (verb, _) =>
                    await verb.Run(await Meeting(planned.Value!.Id), new AnswerInput { Answer = Answer.Yes, ShowsSelf = true })
            );
        return planned.Value!.Id;
    }

    public async Task<Guid> HoldMeeting(int number)
    {
        var id = await Call(number);
        House.Clock.Move(TimeSpan.FromDays(11));
        await Must<RecordAttendance>(Facilitator, (verb, network) => verb.Run(network, id, new AttendanceInput { Others = 12 }));
        await Must<KeepMinutes>(Facilitator, (verb, network) => verb.Run(network, id, new MinutesInput { Text = "We met." }));
        await Must<KeepMinutes>(Facilitator, (verb, network) => verb.Hold(network, id));
        return id;
    }

    /// <summary>Everything but the button.</summary>
    public async Task MakeReady(CharterInput? charter = null)
    {
        for (var number = 1; number <= 3; number++)
            await HoldMeeting(number);
        await Must<WriteCharter>(Facilitator, (verb, network) => verb.Run(network, charter ?? Charter));
        await Must<WriteCharter>(Facilitator, (verb, network) => verb.Adopt(network, 1, new AdoptionInput { For = 9, Against = 1 }));
        await Elect(Elected);
    }

    /// <summary>Written down as elected, and accepted.</summary>
    public async Task Elect(string email)
    {
        var member = (await House.All<Member>()).Single(m => m.Name.Value == $"Name of {email}");
        await Must<RecordElection>(
            Facilitator,
            (verb, network) =>
                verb.Run(
                    network,
                    new ElectionInput
                    {
                        Member = member.Id,
                        For = 9,
                        Against = 1,
                    }
                )
        );
        await Must<RecordElection>(email, (verb, network) => verb.Accept(network));
    }

    public Task HandOver() => Must<HandOver>(Facilitator, (verb, network) => verb.Run(network));

    public Task<Meeting> Meeting(Guid id) => House.Ask(db => db.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == id));

    public async Task<Network> Stored() =>
        await House.Ask(db => db.Set<Network>().Include(n => n.History).AsNoTracking().SingleAsync(n => n.Id == Network.Id));

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
