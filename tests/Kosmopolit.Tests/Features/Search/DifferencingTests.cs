using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>For every personal field and every audience one holder who differs from the others by just that.</summary>
public sealed class DifferingWorld : IAsyncLifetime
{
    private static readonly string[] Countries = ["ER", "DJ", "GM", "TG", "BJ"];
    private static readonly string[] Languages = ["ti", "so", "wo", "ee", "fon"];
    private static readonly string[] Places = ["2480", "2404", "2481", "2482", "2460"];
    private static readonly string[] Sectors = ["0122", "0811", "1320", "1610", "3101"];
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
        yield return Somebody("name", audience, Word("qvname", at), name: Word("qvname", at));
        yield return Somebody("offer", audience, Word("qvoffer", at)).Offers(Word("qvoffer", at), audience: audience);
        yield return Somebody("municipality", audience, "", q => q with { Region = Places[at] })
            .Offers("x", municipality: Places[at], audience: audience);
        yield return Somebody("country", audience, "", q => q with { Country = Countries[at] }).Knows(Countries[at], audience);
        yield return Somebody("note", audience, Word("qvnote", at)).Knows("PE", audience, note: Word("qvnote", at));
        yield return Somebody("topic", audience, "", q => q with { Country = "CL", Topic = Topic(at) })
            .Knows("CL", audience, topics: Enum.Parse<Topics>(Topic(at), ignoreCase: true));
        yield return Somebody("language", audience, "", q => q with { Language = Languages[at] }).Speaks(Languages[at], Cefr.B2, audience);
    }

    private async Task Firms(Audience audience, int at)
    {
        var owner = SearchHouse.Person("Owner", Audience.Public, networks: Network);
        await House.Store(owner);
        var firm = SearchHouse.Firm("Firma", Audience.Public, owner);
        firm.Place(new(Places[at], audience), new(Sectors[at], audience), new(SizeClass.UpTo9, audience), new(Numbers[at], audience));
        firm.Trade(new(ExportStatus.Exporting, audience), [new ExportMarket(firm.Id, Countries[at], 2019, audience)]);
        Ask("sector", audience, new SearchQuestion("", Kinds.Firm, Sector: Sectors[at]));
        Ask("place of a firm", audience, new SearchQuestion("", Kinds.Firm, Region: Places[at]));
        Ask("export", audience, new SearchQuestion("", Kinds.Firm, Country: Countries[at]));
        Ask("number", audience, new SearchQuestion(Numbers[at], Kinds.Firm));
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
        return SearchHouse.Person(name, Audience.Public, field == "name" ? audience : Audience.Public, Network);
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
                    : field == "name" ? (await world.House.Complete(question.Text, me)).Count
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

    private IEnumerable<(string Name, Me Me, Audience Sees)> Readers() =>
        [
            ("a visitor", Me.Visitor, Audience.Public),
            ("an account without a network", new Me { AccountId = Guid.NewGuid() }, Audience.Public),
            ("a member elsewhere", SearchHouse.MemberOf(Guid.NewGuid()), Audience.AllNetworks),
            ("a member beside", SearchHouse.MemberOf(world.Network), Audience.MyNetwork),
        ];
}
