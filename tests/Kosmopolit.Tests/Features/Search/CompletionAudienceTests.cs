using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A name is offered to whoever may find its owner by it, and to nobody else.</summary>
[UsesDatabase]
public sealed class CompletionAudienceTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();
    private Guid _north;
    private Guid _south;

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        var (north, south) = (SearchHouse.Network("nord", "Nord"), SearchHouse.Network("syd", "Syd"));
        (_north, _south) = (north.Id, south.Id);
        await _house.Store(north, south);
        var near = SearchHouse.Person("Bahar Zagrosi", Audience.MyNetwork, Audience.MyNetwork, _north);
        await _house.Store(
            near,
            SearchHouse.Person("Bahar Zagrosnek", Audience.Public, Audience.OnlyMe, _north),
            SearchHouse.Person("Bahar Zagrosvan", Audience.OnlyMe, Audience.Public, _north),
            SearchHouse.Person("Bahar Zagrosall", Audience.AllNetworks, Audience.AllNetworks, _north)
        );
        await _house.Store(SearchHouse.Firm("Zagrosi Pump AB", Audience.MyNetwork, near));
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("zagro", true)]
    [InlineData("vem känner Bahar Z", false)]
    [InlineData("vem kan tull i Irak och känner zagrosi", true)]
    public async Task A_hidden_name_is_offered_to_its_own_network_alone(string typed, bool firm)
    {
        var near = await Holders(typed, SearchHouse.MemberOf(_north));
        Assert.Contains("Bahar Zagrosi", near);
        Assert.Equal(firm, near.Contains("Zagrosi Pump AB"));
        Assert.DoesNotContain("Bahar Zagrosnek", near);
        Assert.DoesNotContain("Bahar Zagrosvan", near);

        var far = await Holders(typed, SearchHouse.MemberOf(_south));
        Assert.Equal(typed.Contains("zagrosi", StringComparison.Ordinal) ? [] : ["Bahar Zagrosall"], far);
        Assert.Empty(await Holders(typed, Me.Visitor));
        Assert.Empty(await Holders(typed, new Me { AccountId = Guid.NewGuid() }));
    }

    /// <summary>What is cut off the end depends on what is found: it must not tell of a name that is hidden.</summary>
    [Theory]
    [InlineData("vem känner Bahar Zagrosn")]
    [InlineData("vem känner Bahar Zagrosv")]
    [InlineData("vem känner Bahar Z")]
    public async Task A_hidden_name_changes_nothing_in_the_answer(string typed)
    {
        await using var without = new SearchHouse();
        await without.InitializeAsync();
        await without.CatchUp();
        var (here, there) = (await _house.Completed(typed), await without.Completed(typed));
        Assert.Equal(there.Before, here.Before);
        Assert.Equal(there.Offers, here.Offers);
    }

    /// <summary>The index lags behind a change of heart by a moment: the database has the last word.</summary>
    [Fact]
    public async Task A_name_that_was_just_hidden_is_offered_to_nobody_even_before_the_index_knows()
    {
        var person = SearchHouse.Person("Xerxes Quintus", Audience.Public);
        await _house.Store(person);
        await _house.CatchUp();
        Assert.Equal(["Xerxes Quintus"], await Holders("xerx", Me.Visitor));
        await _house.In(async db =>
        {
            (await db.Set<Kosmopolit.Features.Members.People.Member>().FindAsync([person.Id], Until.Stopped))!.ShowTo(Audience.OnlyMe);
            await db.SaveChangesAsync(Until.Stopped);
        });
        Assert.Empty(await Holders("xerx", Me.Visitor));
    }

    private async Task<List<string>> Holders(string typed, Me me) =>
        [
            .. (await _house.Complete(typed, me))
                .Where(c => c.Kind is Kinds.Person or Kinds.Firm or Kinds.Network)
                .Select(c => c.Name)
                .Order(),
        ];
}
