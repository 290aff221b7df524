using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>How fast knowledge ages: operators say so, everybody reads it, nobody else changes it.</summary>
[UsesDatabase]
public sealed class HalfLifeTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("en", "2.25")]
    [InlineData("sv", "2.5")]
    [InlineData("ar", "2.75")]
    public async Task An_operator_sets_it_in_quarters_of_a_year_whatever_their_language(string language, string years)
    {
        var email = $"operator-{language}@example.org";
        var account = new Account(email, language, village.House.Clock.GetUtcNow());
        await village.House.Store(account, new Mandate(account.Id, Role.Operator, null, village.House.Clock.GetUtcNow(), "runs it"));
        using var op = await village.As(email);
        op.Language = language;
        var page = await op.Open("/knowledge/half-lives");
        await op.Submit(page.Form("form:has(input[value=politics])", ("Years", years)));
        var row = Assert.Single(await village.House.All<HalfLife>(), h => h.Topic == "politics");
        Assert.Equal(double.Parse(years, System.Globalization.CultureInfo.InvariantCulture), row.Years);
        // A browser keeps to the bounds of the box; the entity does whatever comes.
        Assert.NotNull(row.Set(900, account.Id, village.House.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Others_read_it_and_find_no_form()
    {
        using var anna = await village.As(village.Coordinator);
        var page = await anna.Open("/knowledge/half-lives");
        Assert.Contains("half-life", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));
    }
}
