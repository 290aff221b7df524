using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>Just enough people and rows that every verb of the API has something to work on.</summary>
internal sealed class ApiWorld : IAsyncDisposable
{
    private ApiWorld(House house) => House = house;

    public House House { get; }

    /// <summary>A member who has told everything and runs a firm with others.</summary>
    public string Vera { get; } = "vera@example.org";

    /// <summary>Coordinator of Vera's network.</summary>
    public string Anna { get; } = "anna@example.org";

    /// <summary>Somebody who is signed in and nothing else.</summary>
    public string Plain { get; } = "plain@example.org";

    public Member Me { get; private set; } = null!;

    public Member Karl { get; private set; } = null!;

    public Firm Firm { get; private set; } = null!;

    public FirmRole KarlsPart => Firm.People.Single(r => r.MemberId == Karl.Id);

    public Firm Lonely { get; private set; } = null!;

    public ApiQuestions Questions { get; private set; } = null!;

    /// <summary>What Karl stands for in a text.</summary>
    public Guid Claimed { get; private set; }

    /// <summary>Something that members do together.</summary>
    public Guid Together { get; private set; }

    public FirmRequest Invited { get; private set; } = null!;

    public Invitation Invitation { get; private set; } = null!;

    public JoinRequest Waiting { get; private set; } = null!;

    public JoinRequest Decided { get; private set; } = null!;

    public ApiProposals Proposals { get; private set; } = null!;

    public Guid Consent => Me.Consents[0].Id;

    public static async Task<ApiWorld> Open()
    {
        var world = new ApiWorld(await House.Open(new Plan { Services = Unlimited }));
        await world.Furnish();
        return world;
    }

    // A walk through all of it is faster than anybody may be.
    private static void Unlimited(IServiceCollection services) => services.PostConfigure<RateLimiterOptions>(o => o.GlobalLimiter = null);

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task Furnish()
    {
        var now = House.Clock.GetUtcNow();
        var (north, south) = (Made("norr", now), Made("soder", now));
        await House.Store(north, south, new Network("vaster", "Väster", ["2480"], now, null, "Asked for"), new Account(Plain, "en", now));
        Me = await Somebody(Vera, "Vera", north, Tell);
        Karl = await Somebody("karl@example.org", "Karl", north);
        var anna = await Somebody(Anna, "Anna", north);
        await House.Store(new Mandate(anna.AccountId!.Value, Role.Coordinator, north.Id, now, "elected"));
        await House.Store(new ContactShown(Me.Id, Karl.AccountId!.Value, DateOnly.FromDateTime(now.UtcDateTime), ShownBy.Page));
        Firm = Company("Nordkraft", "5560360793", (Me, FirmRole.Owner), (Karl, FirmRole.Partner));
        Lonely = Company("Ensam", "", (Me, FirmRole.Owner));
        var theirs = Company("Karls", "5564300142", (Karl, FirmRole.Owner));
        await House.Store(Firm, Lonely, theirs, Company("Annas", "5567037485", (anna, FirmRole.Owner)));
        Invited = new FirmRequest(theirs.Id, Me.Id, RequestKind.Invited, FirmRole.Partner, Karl.Id, now);
        Invitation = Invitation.Make(north.Id, Me.AccountId!.Value, "", now).Row;
        var (omid, lina) = (await Somebody("omid@example.org", "Omid", null), await Somebody("lina@example.org", "Lina", null));
        Waiting = new JoinRequest(omid.Id, north.Id, null, now);
        Waiting.Send("Hello", now);
        Decided = new JoinRequest(lina.Id, north.Id, null, now);
        Decided.Send("", now);
        Decided.Decide(Decision.Declined, anna.AccountId!.Value, "Not now.", now);
        await House.Store(Invited, Invitation, Waiting, Decided);
        Proposals = await ApiProposals.Furnish(House, north, Me);
        Questions = await ApiQuestions.Ask(House, north.Id, Me.Id, Karl.Id);
        Claimed = await ApiKnowledge.Write(House, Karl.Id);
        var breakfast = new Activity(north.Id, Me.Id, Method.Networking, isTrip: false, now);
        breakfast.Word(new ActivityWords("Breakfast", "Bring a question.", "en"));
        await House.Store(breakfast);
        Together = breakfast.Id;
    }

    private void Tell(Member member)
    {
        var now = House.Clock.GetUtcNow();
        member.Agree(Purpose.FamilyTies, 1, "en", now);
        member.Agree(Purpose.SensitiveTopics, 1, "en", now);
        member.LiveIn(new("2480", Audience.Public));
        member.Give(new("Customs in Kenya", Audience.MyNetwork), "en");
        member.Seek(new("Agents", Audience.MyNetwork), "en");
        member.BeThere(new(Availability.Open, Audience.MyNetwork));
        member.WorkIn(new("4711", Audience.MyNetwork));
        member.Read(new("en sv", Audience.MyNetwork));
        member.Reach(new("v@example.org", Audience.MyNetwork), new("+46 70 123 45 67", Audience.OnlyMe));
        member.Declare(
            new MarketKnowledge(
                member.Id,
                new("KE", Basis.Traded | Basis.FamilyTies, 2001, null, "Mombasa", 2024),
                Audience.MyNetwork
            ).About(Topics.Customs | Topics.Religion, "Ask me about the port", "en")
        );
        member.Speak(new LanguageSkill(member.Id, "sw", Cefr.C1, Cefr.B2, Cefr.A2, Audience.MyNetwork));
    }

    private async Task<Member> Somebody(string email, string name, Network? network, Action<Member>? tell = null)
    {
        var now = House.Clock.GetUtcNow();
        var account = new Account(email, "en", now);
        var member = new Member(Slug.Meaningless(), account.Id, new(name, Audience.Public), now);
        member.ShowTo(Audience.Public);
        if (network is not null)
            member.Join(network.Id, now, Audience.MyNetwork);
        tell?.Invoke(member);
        await House.Store(account, member);
        return member;
    }

    private Firm Company(string name, string number, params (Member Member, string Role)[] people)
    {
        var now = House.Clock.GetUtcNow();
        var firm = new Firm(Slug.Meaningless(), new(name, Audience.Public), now);
        firm.ShowTo(Audience.Public);
        firm.Place(
            new("2480", Audience.Public),
            new("4711", Audience.Public),
            new(SizeClass.UpTo9, Audience.Public),
            new(number, Audience.MyNetwork)
        );
        firm.Describe(new("We sell tea", Audience.Public), "en");
        foreach (var (member, role) in people)
            firm.Employ(member.Id, role, now, Audience.Public);
        firm.Trade(new(ExportStatus.Exporting, Audience.Public), [new ExportMarket(firm.Id, "NO", 2011, Audience.Public)]);
        return firm;
    }

    private static Network Made(string slug, DateTimeOffset now)
    {
        var network = new Network(slug, slug, ["2480"], now, null);
        network.Describe("For those who know", "en");
        network.Enter(Stage.Independent, now, null, "");
        return network;
    }
}
