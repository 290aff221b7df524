using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Consents;

/// <summary>The voluntary parts: nothing without a tick, a receipt for each, and taking back undoes at once.</summary>
[UsesDatabase]
public sealed class ConsentTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"con{Interlocked.Increment(ref _people)}@example.org";

    [Fact]
    public async Task Family_ties_are_kept_with_a_tick_only_and_erased_when_it_is_taken_back()
    {
        using var reader = await Settled();
        var form = (await reader.Open("/me/markets/new")).Form(fields: [("Input.Country", "Iraq"), ("Input.Basis", "FamilyTies")]);
        var page = await reader.Submit(form);
        Assert.Contains("Tick the box", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tick the box", page.One("#field-basis .error").TextContent, StringComparison.Ordinal);
        Assert.Empty((await Stored()).Markets);

        await reader.Submit(page.Form(fields: [("Input.Agreed", "FamilyTies")]));
        Assert.Equal(Basis.FamilyTies, Assert.Single((await Stored()).Markets).Basis);
        var receipt = Assert.Single((await Stored()).Consents);
        Assert.Equal((Purpose.FamilyTies, ConsentWording.Version, "en"), (receipt.Purpose, receipt.Wording, receipt.Language));

        await reader.Submit((await reader.Open("/me/consents")).Form());
        var after = await Stored();
        Assert.Empty(after.Markets);
        Assert.NotNull(Assert.Single(after.Consents).WithdrawnAt);
    }

    [Fact]
    public async Task Showing_a_country_to_everyone_needs_a_tick_and_is_narrowed_when_it_is_taken_back()
    {
        using var reader = await Settled(m =>
        {
            m.ShowTo(Audience.Public);
            m.Declare(new MarketKnowledge(m.Id, new("IQ", Basis.Traded, 1998, null, "", null), Audience.MyNetwork));
        });
        var page = await reader.Open("/me/audiences");
        var key = $"Input.Fields[market-{(await Stored()).Markets[0].Id:N}]";
        page = await reader.Submit(page.Form(fields: [(key, "Public")]));
        Assert.Contains("Tick the box", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Audience.MyNetwork, (await Stored()).Markets[0].Audience);
        await reader.Submit(page.Form(fields: [(key, "Public"), ("Input.Agreed", "ShownToEveryone")]));
        Assert.Equal(Audience.Public, (await Stored()).Markets[0].Audience);
        await reader.Submit((await reader.Open("/me/consents")).Form());
        Assert.Equal(Audience.AllNetworks, (await Stored()).Markets[0].Audience);
    }

    [Fact]
    public async Task Religion_as_a_topic_needs_a_tick_and_goes_when_it_is_taken_back()
    {
        using var reader = await Settled(m =>
            m.Declare(new MarketKnowledge(m.Id, new("IQ", Basis.Traded, 1998, null, "", null), Audience.MyNetwork))
        );
        var topics = $"/me/markets/{(await Stored()).Markets[0].Id}/topics";
        var page = await reader.Submit((await reader.Open(topics)).Form(fields: [("Input.Topics", "Religion")]));
        Assert.Equal(Topics.None, (await Stored()).Markets[0].Topics);
        await reader.Submit(page.Form(fields: [("Input.Agreed", "SensitiveTopics")]));
        Assert.Equal(Topics.Religion, (await Stored()).Markets[0].Topics);
        await reader.Submit((await reader.Open("/me/consents")).Form());
        Assert.Equal(Topics.None, (await Stored()).Markets[0].Topics);
    }

    private async Task<Reader> Settled(Action<Member>? tell = null)
    {
        await village.Settle(_email, "Con", village.Home, tell);
        return await village.As(_email);
    }

    private Task<Member> Stored() =>
        village.House.Ask(db =>
            db.Set<Member>()
                .Include(m => m.Markets)
                .Include(m => m.Consents)
                .AsSplitQuery()
                .SingleAsync(m => db.Users.Any(a => a.Id == m.AccountId && a.Email == _email))
        );
}
