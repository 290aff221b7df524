using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A stranger sees neither hit, nor count, nor facet, nor suggestion; whoever may see it sees all of them.</summary>
[UsesDatabase]
public sealed class HiddenPeopleTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();
    private Guid _north;
    private Guid _south;
    private Guid _bahar;

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        var (north, south) = (SearchHouse.Network("nord", "Nord"), SearchHouse.Network("syd", "Syd"));
        (_north, _south) = (north.Id, south.Id);
        await _house.Store(north, south);
        var bahar = SearchHouse
            .Person("Bahar Zagrosi", Audience.MyNetwork, Audience.MyNetwork, _north)
            .Knows("IQ", Audience.MyNetwork, Basis.Traded, Topics.Customs, "Förtullar maskiner i Umm Qasr")
            .Speaks("ckb", Cefr.C2, Audience.MyNetwork)
            .Offers("Säljer vattenpumpar", municipality: "2480", audience: Audience.MyNetwork);
        _bahar = bahar.Id;
        await _house.Store(bahar);
        await _house.Store(SearchHouse.Firm("Zagrosi Pump AB", Audience.MyNetwork, bahar));
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("Irak")]
    [InlineData("vattenpumpar")]
    [InlineData("vattenpump")]
    [InlineData("Umm Qasr")]
    [InlineData("Zagrosi")]
    [InlineData("förtullar maskiner")]
    public async Task A_person_shown_to_their_network_is_found_there_and_nowhere_else(string text)
    {
        var near = await _house.Find(text, SearchHouse.MemberOf(_north));
        Assert.Contains(_bahar, near.People());
        Assert.Equal(1, near.TotalsByKind[Kinds.Person]);

        foreach (
            var stranger in new[]
            {
                Me.Visitor,
                SearchHouse.MemberOf(_south),
                new Me { AccountId = Guid.NewGuid() },
            }
        )
        {
            var far = await _house.Find(text, stranger);
            Assert.Empty(far.People());
            Assert.False(far.TotalsByKind.ContainsKey(Kinds.Person));
            Assert.False(far.TotalsByKind.ContainsKey(Kinds.Firm));
            Assert.DoesNotContain("customs", far.Facets.Topic.Keys);
            Assert.DoesNotContain("2480", far.Facets.Region.Keys.Except(NetworkRegions(far)));
        }
    }

    [Fact]
    public async Task Facets_count_what_the_reader_may_see_and_nothing_else()
    {
        var question = new SearchQuestion("", Kinds.Person);
        var near = await _house.Find(question, SearchHouse.MemberOf(_north));
        Assert.Equal(1, near.Facets.Country["IQ"]);
        Assert.Equal(1, near.Facets.Topic["customs"]);
        Assert.Equal(1, near.Facets.Language["ckb"]);
        Assert.Equal(1, near.Facets.Region["24"]);

        var far = await _house.Find(question, SearchHouse.MemberOf(_south));
        Assert.Equal(0, far.Total);
        Assert.Empty(far.Facets.Country);
        Assert.Empty(far.Facets.Topic);
        Assert.Empty(far.Facets.Language);
        Assert.Empty(far.Facets.Region);
    }

    [Fact]
    public async Task A_name_is_completed_for_those_who_may_know_it()
    {
        var near = await _house.Complete("zagr", SearchHouse.MemberOf(_north));
        Assert.Contains(near, c => c is { Kind: Kinds.Person, Name: "Bahar Zagrosi" });
        Assert.Contains(near, c => c is { Kind: Kinds.Firm, Name: "Zagrosi Pump AB" });
        foreach (var stranger in new[] { Me.Visitor, SearchHouse.MemberOf(_south) })
            Assert.DoesNotContain(await _house.Complete("zagr", stranger), c => c.Kind is Kinds.Person or Kinds.Firm);
    }

    [Fact]
    public async Task A_person_without_a_name_is_found_by_what_they_tell_but_not_by_name()
    {
        var quiet = SearchHouse.Person("Nadia Qamar", Audience.Public, Audience.OnlyMe, _north).Knows("SY", Audience.Public);
        await _house.Store(quiet);
        await _house.CatchUp();

        var hit = Assert.Single((await _house.Find(new SearchQuestion("Syrien", Kinds.Person))).Hits);
        Assert.Equal(quiet.Id, hit.Id);
        Assert.Null(hit.Person!.Name);
        foreach (var reader in new[] { Me.Visitor, SearchHouse.MemberOf(_north) })
        {
            Assert.Empty((await _house.Find("Qamar", reader)).People());
            Assert.Empty(await _house.Complete("Qamar", reader));
        }
    }

    [Fact]
    public async Task What_only_its_owner_or_an_asker_may_see_is_found_by_nobody()
    {
        var secret = SearchHouse
            .Person("Elias", Audience.Public, Audience.Public, _north)
            .Knows("ER", Audience.OnlyMe, note: "Assab hamn")
            .Knows("ET", Audience.Asker, note: "Djibouti transit")
            .Knows("SO", Audience.Public);
        await _house.Store(secret);
        await _house.CatchUp();
        foreach (
            var reader in new[] { Me.Visitor, SearchHouse.MemberOf(_north), SearchHouse.MemberOf(_north) with { MemberId = secret.Id } }
        )
        {
            Assert.Empty((await _house.Find("Eritrea", reader)).People());
            Assert.Empty((await _house.Find("Assab", reader)).People());
            Assert.Empty((await _house.Find(new SearchQuestion("", Country: "ET"), reader)).People());
            Assert.Contains(secret.Id, (await _house.Find("Somalia", reader)).People());
        }
    }

    [Fact]
    public async Task Somebody_who_hid_since_is_not_shown_although_the_index_lags()
    {
        var me = SearchHouse.MemberOf(_north);
        Assert.Contains(_bahar, (await _house.Find("Irak", me)).People());
        await _house.In(async db =>
        {
            var bahar = await db.Members.SingleAsync(m => m.Id == _bahar);
            bahar.ShowTo(Audience.OnlyMe);
            await db.SaveChangesAsync();
        });
        Assert.Empty((await _house.Find("Irak", me)).People());

        await _house.CatchUp();
        var answer = await _house.Find("Irak", me);
        Assert.Empty(answer.People());
        Assert.False(answer.TotalsByKind.ContainsKey(Kinds.Person));
    }

    [Fact]
    public async Task Somebody_who_left_the_network_is_no_longer_found_by_it_nor_is_their_firm()
    {
        var me = SearchHouse.MemberOf(_north);
        Assert.Equal(1, (await _house.Find(new SearchQuestion("", Kinds.Firm), me)).Total);
        await _house.In(async db =>
        {
            var bahar = await db.Members.Include(m => m.Memberships).SingleAsync(m => m.Id == _bahar);
            bahar.Memberships[0].End(SearchHouse.Now);
            await db.SaveChangesAsync();
        });
        await _house.CatchUp();
        Assert.Equal(0, (await _house.Find(new SearchQuestion("", Kinds.Person), me)).Total);
        Assert.Equal(0, (await _house.Find(new SearchQuestion("", Kinds.Firm), me)).Total);
    }

    private static IEnumerable<string> NetworkRegions(SearchAnswer answer) =>
        answer.TotalsByKind.ContainsKey(Kinds.Network) ? ["2480", "2404", "24"] : [];
}
