using System.Security.Claims;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Language;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("?lang=ar", "sv", "ar")]
    [InlineData("?lang=AR", null, "ar")]
    [InlineData("", "en", "en")]
    [InlineData("", "en-US,en;q=0.9", "en")]
    [InlineData("", "fa, ar;q=0.4, en;q=0.8", "en")]
    [InlineData("", "sv-FI", "sv")]
    [InlineData("", "en;q=0, ar", "ar")]
    [InlineData("", "*", "sv")]
    [InlineData("", ";;;q=xyz", "sv")]
    [InlineData("", null, "sv")]
    [InlineData("?lang=tlh", "ar", "ar")]
    [InlineData("?lang=", "ar", "ar")]
    public void The_address_comes_before_the_browser_and_the_browser_before_the_house(string query, string? browser, string language) =>
        Assert.Equal(language, Choose(query, browser).Language.Tag);

    [Fact]
    public void A_signed_in_persons_own_choice_comes_before_the_browser()
    {
        Assert.Equal("ar", Choose("", "en", own: "ar").Language.Tag);
        Assert.Equal("en", Choose("?lang=en", "sv", own: "ar").Language.Tag);
    }

    [Fact]
    public void An_unknown_language_is_told_apart_from_none()
    {
        Assert.Equal("tlh", Choose("?lang=tlh", null).Unknown);
        Assert.Null(Choose("?lang=", null).Unknown);
        Assert.Null(Choose("?lang=ar", null).Unknown);
    }

    [Theory]
    [InlineData("?lang=ar", "/people", "/people?lang=ar")]
    [InlineData("?lang=ar", "/search?q=a", "/search?q=a&lang=ar")]
    [InlineData("?lang=ar", "/knowledge/tea?page=2#claims", "/knowledge/tea?page=2&lang=ar#claims")]
    [InlineData("", "/people", "/people")]
    public void Links_carry_a_language_that_stands_in_the_address_and_no_other(string query, string path, string link) =>
        Assert.Equal(link, new Links(Choose(query, "ar"))[path]);

    private static LanguageChoice Choose(string query, string? browser, string? own = null)
    {
        var house = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        var context = new DefaultHttpContext { RequestServices = house.BuildServiceProvider() };
        context.Request.QueryString = new QueryString(query);
        if (browser is not null)
            context.Request.Headers.AcceptLanguage = browser;
        if (own is not null)
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(LanguageChoice.Claim, own)], "test"));
        return LanguageChoice.Of(context.Request);
    }
}
