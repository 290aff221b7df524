using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>What a question asks for is understood, said, and can be taken back.</summary>
[UsesDatabase]
public sealed class AimTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("vem kan tullregler", Kinds.Person)]
    [InlineData("Hej, vem vet?", Kinds.Person)]
    [InlineData("who knows customs", Kinds.Person)]
    [InlineData("من يعرف الجمارك", Kinds.Person)]
    [InlineData("谁知道海关", Kinds.Person)]
    [InlineData("hur förtullar man maskiner", Kinds.Article)]
    [InlineData("får jag bjuda på lunch", Kinds.Article)]
    [InlineData("how do I register a firm", Kinds.Article)]
    [InlineData("كيف أسجل شركة", Kinds.Article)]
    [InlineData("ทำอย่างไร", Kinds.Article)]
    [InlineData("tullregler", null)]
    [InlineData("Vemdalen", null)]
    [InlineData("", null)]
    public void The_first_words_tell_what_is_asked_for(string text, string? kind) => Assert.Equal(kind, Aims.Of(text)?.Kind);

    [Fact]
    public async Task Who_asks_for_somebody_gets_people_first_sees_that_and_may_take_it_back()
    {
        var person = SearchHouse.Person("Ada", Audience.Public).Offers("Snickare");
        await _house.Store(person);
        await _house.Store(SearchHouse.Network("snickare", "Snickare"));
        await _house.CatchUp();
        var answer = await _house.Find("vem är snickare");
        Assert.Equal(person.Id, answer.Hits[0].Id);
        Assert.Contains(new Understood(LeadKind.Aim, Kinds.Person, "vem"), answer.Understood);
        Assert.Contains(answer.Hits, h => h.Kind == Kinds.Network);
        var without = await _house.Find(new SearchQuestion("vem är snickare") { Ignore = [Kinds.Person] });
        Assert.DoesNotContain(without.Understood, u => u.Kind == LeadKind.Aim);
        Assert.Equal(answer.Total, without.Total);
    }

    [Fact]
    public async Task A_name_for_several_countries_names_them_all_and_each_can_be_taken_away()
    {
        var iraq = SearchHouse.Person("Irak", Audience.Public).Knows("IQ", Audience.Public);
        var turkey = SearchHouse.Person("Turkiet", Audience.Public).Knows("TR", Audience.Public);
        await _house.Store(iraq, turkey);
        await _house.CatchUp();
        var answer = await _house.Find("vem kan Kurdistan");
        Assert.Equal(["IQ", "IR", "SY", "TR"], answer.Understood.Where(u => u.Text == "Kurdistan").Select(u => u.Code).Order());
        Assert.Equal(2, answer.People().Count);
        var narrowed = await _house.Find(new SearchQuestion("vem kan Kurdistan") { Ignore = ["IQ", "IR", "SY"] });
        Assert.Equal([turkey.Id], narrowed.People());
    }

    [Theory]
    [InlineData("5560360793")]
    [InlineData("556036-0793")]
    [InlineData("org.nr 556036-0793")]
    [InlineData("16556036-0793")]
    public async Task An_organisation_number_finds_its_firm_for_those_who_may_see_the_number(string typed)
    {
        var network = SearchHouse.Network("nord", "Nord");
        await _house.Store(network);
        var owner = SearchHouse.Person("Ada", Audience.Public, networks: network.Id);
        await _house.Store(owner);
        var number = OrganisationNumber.Read("556036-0793").Number!.Value.Digits;
        var shown = SearchHouse.Firm("Synlig AB", Audience.Public, owner);
        shown.Place(
            new("", Audience.Public),
            new("", Audience.Public),
            new(SizeClass.UpTo9, Audience.Public),
            new(number, Audience.MyNetwork)
        );
        await _house.Store(shown);

        // Facts alone give the same answer as the index.
        await Agree(typed, network.Id, shown.Id);
        await _house.CatchUp();
        await Agree(typed, network.Id, shown.Id);
    }

    [Theory]
    [InlineData("556036-0794")]
    [InlineData("1234567890123456")]
    [InlineData("19850101-1234")]
    public async Task A_number_that_is_none_is_only_words(string typed)
    {
        await _house.CatchUp();
        Assert.Empty((await _house.Find(new SearchQuestion(typed, Kinds.Firm))).Hits);
    }

    [Fact]
    public async Task Whoever_is_called_all_of_it_comes_before_whoever_writes_it()
    {
        var named = SearchHouse.Person("Anna Berg", Audience.Public);
        var writes = SearchHouse.Person("Bo Ek", Audience.Public).Offers("Anna Berg Anna Berg Anna Berg");
        var half = SearchHouse.Person("Anna Karin Anna", Audience.Public);
        await _house.Store(named, writes, half);
        await _house.CatchUp();
        Assert.Equal(named.Id, (await _house.Find(new SearchQuestion("Anna Berg", Kinds.Person))).People()[0]);
    }

    private async Task Agree(string typed, Guid network, Guid firm)
    {
        Assert.Equal(firm, Assert.Single((await _house.Find(typed, SearchHouse.MemberOf(network))).Hits).Id);
        Assert.Empty((await _house.Find(typed)).Hits);
        Assert.Empty((await _house.Find(typed, SearchHouse.MemberOf(Guid.NewGuid()))).Hits);
    }
}
