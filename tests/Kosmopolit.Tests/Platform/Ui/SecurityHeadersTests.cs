using System.Net;
using Kosmopolit.Features.Demo;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>What every answer says about who may keep it and what it may load.</summary>
[UsesDatabase]
public sealed class SecurityHeadersTests(DemoHouse demo)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/countries/iq")]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    public async Task No_cache_on_the_way_keeps_a_page_for_somebody_else(string address)
    {
        using var visitor = await demo.Visitor();
        using var member = await demo.SignedIn(Personas.MemberInUmea);
        foreach (var reader in new[] { visitor, member })
        {
            var headers = (await reader.Open(address)).Headers;
            Assert.True(headers.CacheControl!.Private || headers.CacheControl.NoStore, headers.CacheControl.ToString());
            Assert.Null(headers.CacheControl.MaxAge);
        }
    }

    [Fact]
    public async Task Assets_are_kept_as_long_as_their_name_says()
    {
        using var visitor = await demo.Visitor();
        var sheet = (await visitor.Open("/")).Html.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = (await visitor.Open(sheet)).Is(HttpStatusCode.OK);
        Assert.False(answer.Headers.CacheControl!.Private);
    }

    [Theory]
    [InlineData("/countries/iq")]
    [InlineData("/no/such/page")]
    public async Task Pages_load_nothing_from_elsewhere_and_run_nothing_inline(string address)
    {
        using var visitor = await demo.Visitor();
        var policy = (await visitor.Open(address)).Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }
}
