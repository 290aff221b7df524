using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.Architecture;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>For every personal field and every audience one holder who differs from the others by just that.</summary>
public sealed class DifferingWorld : IAsyncLifetime
{
    private static readonly string[] Countries = ["ER", "DJ", "GM", "TG", "BJ"];
    private static readonly string[] Languages = ["ti", "so", "wo", "ee", "fon"];
    private static readonly string[] Places = ["2480", "2404", "2481", "2482", "2460"];
    private static readonly string[] Sectors = ["0122", "0811", "1320", "1610", "3101"];
    private static readonly string[] OwnSectors = ["0111", "0729", "1421", "1712", "3212"];
    private static readonly string[] RoleSectors = ["0125", "0899", "1422", "1721", "3220"];
    private static readonly string[] Numbers = ["5560360793", "5565556666", "5566778899", "5567037485", "5560743089"];

    public SearchHouse House { get; } = new();

    public Guid Network { get; private set; }

    /// <summary>What only the holder of one field at one audience answers.</summary>
    public List<(string Field, Audience Audience, SearchQuestion Question)> Asked { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        var network = SearchHouse.Network("nord", "Nord");
        Network = network.Id;
        await House.Store(network);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var at = (int)audience % 5;
            await House.Store(People(audience, at).ToList());
            await Firms(audience, at);
        }
        await House.CatchUp();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private IEnumerable<Entity> People(Audience audience, int at)
    {
        yield return Somebody("Member.Name", audience, Word("qvname", at), name: Word("qvname", at));
        yield return Somebody("Member.Offer", audience, Word("qvoffer", at)).Offers(Word("qvoffer", at), audience: audience);
        var seeks = Somebody("Member.LooksFor", audience, Word("zkseek", at));
        seeks.Seek(new(Word("zkseek", at), audience), "sv");
        yield return seeks;
        yield return Somebody("Member.Municipality", audience, "", q => q with { Region = Places[at] })
            .Offers("x", municipality: Places[at], audience: audience);
        var works = Somebody("Member.Sectors", audience, "", q => q with { Sector = OwnSectors[at] });
        works.WorkIn(new(OwnSectors[at], audience));
        yield return works;
        yield return Somebody("MarketKnowledge.Country", audience, "", q => q with { Country = Countries[at] })
            .Knows(Countries[at], audience);
        yield return Somebody("MarketKnowledge.Note", audience, Word("qvnote", at)).Knows("PE", audience, note: Word("qvnote", at));
        var placed = Somebody("MarketKnowledge.Place", audience, Word("jxplace", at));
        placed.Declare(new MarketKnowledge(placed.Id, new("PE", Basis.Lived, 1998, 2009, Word("jxplace", at), null), audience));
        yield return placed;
        yield return Somebody("MarketKnowledge.Topics", audience, "", q => q with { Country = "CL", Topic = Topic(at) })
            .Knows("CL", audience, topics: Enum.Parse<Topics>(Topic(at), ignoreCase: true));
        yield return Somebody("LanguageSkill.Language", audience, "", q => q with { Language = Languages[at] })
            .Speaks(Languages[at], Cefr.B2, audience);
    }

    private async Task Firms(Audience audience, int at)
    {
        var owner = SearchHouse.Person("Owner", Audience.Public, networks: Network);
        await House.Store(owner);
        var firm = SearchHouse.Firm("Firma", Audience.Public, owner);
        firm.BeCalled(new(Word("wqfirm", at), audience));
        firm.Describe(new(Word("gxabout", at), audience), "sv");
        firm.Place(new(Places[at], audience), new(Sectors[at], audience), new(SizeClass.UpTo9, audience), new(Numbers[at], audience));
        firm.Trade(new(ExportStatus.Exporting, audience), [new ExportMarket(firm.Id, Countries[at], 2019, audience)]);
        Ask("Firm.Name", audience, new SearchQuestion(Word("wqfirm", at), Kinds.Firm));
        Ask("Firm.About", audience, new SearchQuestion(Word("gxabout", at), Kinds.Firm));
        Ask("Firm.Sector", audience, new SearchQuestion("", Kinds.Firm, Sector: Sectors[at]));
        // A firm's line of business is one of its people's, as far as both show it.
        Ask("Firm.Sector", audience, new SearchQuestion("", Kinds.Person, Sector: Sectors[at]));
        Ask("Firm.Municipality", audience, new SearchQuestion("", Kinds.Firm, Region: Places[at]));
        Ask("ExportMarket.Country", audience, new SearchQuestion("", Kinds.Firm, Country: Countries[at]));
        Ask("Firm.OrganisationNumber", audience, new SearchQuestion(Numbers[at], Kinds.Firm));
        await House.Store(firm);
        await Roles(audience, at);
    }

    private async Task Roles(Audience audience, int at)
    {
        var partner = Somebody("FirmRole.Role", audience, "", q => q with { Sector = RoleSectors[at] });
        await House.Store(partner);
        var firm = new Firm($"f-{Guid.NewGuid():N}", new("Kompani", Audience.Public), SearchHouse.Now);
        firm.ShowTo(Audience.Public);
        firm.Employ(partner.Id, FirmRole.Partner, SearchHouse.Now, audience);
        firm.Place(
            new("", Audience.Public),
            new(RoleSectors[at], Audience.Public),
            new(SizeClass.Unknown, Audience.Public),
            new("", Audience.Public)
        );
        await House.Store(firm);
    }

    private Member Somebody(
        string field,
        Audience audience,
        string text,
        Func<SearchQuestion, SearchQuestion>? with = null,
        string name = "Somebody"
    )
    {
        var question = new SearchQuestion(text, Kinds.Person);
        Ask(field, audience, with is null ? question : with(question));
        return SearchHouse.Person(name, Audience.Public, field == "Member.Name" ? audience : Audience.Public, Network);
    }

    private void Ask(string field, Audience audience, SearchQuestion question) => Asked.Add((field, audience, question));

    private static string Word(string stem, int at) => stem + new string((char)('a' + (at * 5)), 6);

    private static string Topic(int at) => new[] { "customs", "contracts", "religion", "politics", "culture" }[at];
}

/// <summary>Taking one role's counts from another's tells nothing that the field itself does not show.</summary>
[UsesDatabase]
public sealed class DifferencingTests(DifferingWorld world) : IClassFixture<DifferingWorld>
{
    [Fact]
    public async Task Every_field_is_counted_for_those_who_may_see_it_and_is_nothing_to_others()
    {
        foreach (var (reader, me, sees) in Readers())
        foreach (var (field, audience, question) in world.Asked)
        {
            var answer = await world.House.Find(question, me);
            var expected = audience >= sees ? 1 : 0;
            Assert.True(answer.Total == expected, $"{reader} counted {answer.Total} by the {field} shown to {audience}");
            Assert.Equal(expected, answer.Hits.Count);
            Assert.Equal(expected, answer.TotalsByKind.GetValueOrDefault(question.Kind!));
        }
    }

    [Fact]
    public async Task Facets_and_completions_name_nothing_that_is_hidden()
    {
        foreach (var (reader, me, sees) in Readers())
        {
            var people = await world.House.Find(new SearchQuestion("", Kinds.Person), me);
            var firms = await world.House.Find(new SearchQuestion("", Kinds.Firm), me);
            foreach (var (field, audience, question) in world.Asked)
            {
                var facets = question.Kind == Kinds.Person ? people.Facets : firms.Facets;
                var counted =
                    question.Topic is { } ? facets.Topic.GetValueOrDefault(question.Topic)
                    : question.Country is { } country ? facets.Country.GetValueOrDefault(country)
                    : question.Language is { } language ? facets.Language.GetValueOrDefault(language)
                    : question.Sector is { } sector ? facets.Sector.GetValueOrDefault(sector)
                    : question.Region is { } region ? facets.Region.GetValueOrDefault(region)
                    : field is "Member.Name" or "Firm.Name" ? (await world.House.Complete(question.Text, me)).Count
                    : audience >= sees ? 1
                    : 0;
                Assert.True(counted == (audience >= sees ? 1 : 0), $"{reader} saw {counted} of the {field} shown to {audience}");
            }
        }
    }

    [Theory]
    [InlineData("qvname*")]
    [InlineData("qvoffe?")]
    [InlineData("name:qv*")]
    [InlineData("qv")]
    [InlineData("/qv.+/")]
    [InlineData("qvofferaaaaaa~2")]
    [InlineData("title:[a TO z]")]
    public async Task Wildcards_enumerate_nothing(string text)
    {
        foreach (var (_, me, sees) in Readers())
        {
            var answer = await world.House.Find(new SearchQuestion(text), me);
            // What is told to everyone may be found by a piece of it; nothing else.
            var visible = world.Asked.Count(a => a.Audience >= sees);
            Assert.InRange(answer.Total, 0, visible);
        }
    }

    [Fact]
    public void Every_personal_field_is_asked_for_here_or_looked_at()
    {
        var asked = world.Asked.Select(a => a.Field).ToHashSet();
        Found.Nothing(Fields.Where(f => !asked.Contains(f) && !NotSought.ContainsKey(f)).Select(f => $"{f} is counted nowhere here"));
        // Each of them at each audience, and no reason for what is asked for or gone.
        Assert.All(asked, f => Assert.Equal(Enum.GetValues<Audience>().Order(), Audiences(f)));
        Found.Nothing(asked.Except(Fields).Concat(NotSought.Keys.Except(Fields)).Concat(asked.Intersect(NotSought.Keys)));
    }

    [Theory]
    [InlineData("qvmail@wrtbx.example")]
    [InlineData("+46 70 555 66 77")]
    [InlineData("https://hzkweb.example")]
    public async Task What_search_does_not_read_finds_nobody(string text)
    {
        var person = SearchHouse.Person("Plain", Audience.Public, networks: world.Network);
        person.Reach(new("qvmail@wrtbx.example", Audience.Public), new("+46 70 555 66 77", Audience.Public));
        await world.House.Store(person);
        var firm = SearchHouse.Firm("Plain", Audience.Public, person);
        firm.Link(new("https://hzkweb.example", Audience.Public));
        await world.House.Store(firm);
        await world.House.CatchUp();
        foreach (var (_, me, _) in Readers())
            Assert.DoesNotContain((await world.House.Find(text, me)).Hits, h => h.Id == person.Id || h.Id == firm.Id);
    }

    /// <summary>What search counts by nothing of its own, and why.</summary>
    private static readonly Dictionary<string, string> NotSought = new()
    {
        ["Member.Reads"] = "decides who is asked; no search reads it",
        ["Member.Availability"] = "decides who is asked; no search reads it",
        ["Member.ContactEmail"] = "no search reads it",
        ["Member.Phone"] = "no search reads it",
        ["Firm.SoleTraderChecked"] = "no search reads it",
        ["Firm.HomeCountry"] = "no search reads it",
        ["Firm.Size"] = "no search reads it",
        ["Firm.Export"] = "no search reads it",
        ["Firm.Web"] = "no search reads it",
        ["MarketKnowledge.Basis"] = "shown and hidden with its line; orders hits and narrows none",
        ["MarketKnowledge.FromYear"] = "shown and hidden with its line; orders hits and narrows none",
        ["MarketKnowledge.UntilYear"] = "shown and hidden with its line; orders hits and narrows none",
        ["MarketKnowledge.LastContactYear"] = "shown and hidden with its line; orders hits and narrows none",
        ["MarketKnowledge.NoteLanguage"] = "shown and hidden with its line; how the note is read",
        ["LanguageSkill.Understands"] = "no search reads it",
        ["LanguageSkill.Speaks"] = "shown and hidden with its line; orders hits and narrows none",
        ["LanguageSkill.Writes"] = "no search reads it",
        ["Membership.Since"] = "no search reads it",
        ["Membership.EndedAt"] = "whoever left is near no longer; decides who sees, not what is found",
        ["Membership.State"] = "no search reads it",
        ["Membership.SuspendedUntil"] = "no search reads it",
        ["Membership.RenewBy"] = "no search reads it",
        ["Membership.Revision"] = "concurrency",
        ["FirmRole.Since"] = "no search reads it",
        ["FirmRole.EndedAt"] = "a part that ended finds nobody",
        ["ExportMarket.SinceYear"] = "no search reads it",
        ["ExportMarket.UntilYear"] = "no search reads it",
    };

    /// <summary>Whatever personal tables hold that has an audience, its own or its row's.</summary>
    private static IReadOnlyList<string> Fields { get; } =
    [
        .. new SqliteDesignTime()
            .CreateDbContext([])
            .Model.GetEntityTypes()
            .Where(t => PersonalData.Personal.Contains(t.ShortName()))
            .SelectMany(t =>
                t.GetComplexProperties()
                    .Select(p => p.Name)
                    .Concat(
                        t.FindProperty("Audience") is null
                            ? []
                            : t.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()).Select(p => p.Name)
                    )
                    .Where(name => name != "Audience")
                    .Select(name => $"{t.ShortName()}.{name}")
            ),
    ];

    private IEnumerable<Audience> Audiences(string field) =>
        world.Asked.Where(a => a.Field == field).Select(a => a.Audience).Distinct().Order();

    private IEnumerable<(string Name, Me Me, Audience Sees)> Readers() =>
        [
            ("a visitor", Me.Visitor, Audience.Public),
            ("an account without a network", new Me { AccountId = Guid.NewGuid() }, Audience.Public),
            ("a member elsewhere", SearchHouse.MemberOf(Guid.NewGuid()), Audience.AllNetworks),
            ("a member beside", SearchHouse.MemberOf(world.Network), Audience.MyNetwork),
        ];
}
