using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Features.Notifications;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>Whoever follows a country hears of members' texts and of what is disputed, not of what came in bulk.</summary>
[UsesDatabase]
public sealed class ArticleNoticeTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.House.Store(
            new Follow(_karim.Id, new Followed(FollowKind.Country, "IQ"), Pace.Never, _village.House.Clock.GetUtcNow())
        );
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_members_text_and_a_dispute_are_news_and_a_text_from_elsewhere_is_not()
    {
        var now = _village.House.Clock.GetUtcNow();
        var bulk = Article.Bring(
            "bulk",
            new("IQ", "culture", "en"),
            new("Bulk", "", "Words."),
            (ArticleOrigin.Elsewhere, Rights.Ours),
            now
        );
        var text = Article.Begin("tea", new("IQ", "culture", "en"), new("Tea in Basra", "", "Three glasses."), new Writer(_berit.Id), now);
        text.Publish(now);
        await _village.House.Store(bulk, text);
        await Hearing.Heard(_village.House);
        Assert.Equal("ArticlePublished", Assert.Single(await Told()).Kind);

        var claim = Claim.Mark(text.Id, ("IQ", "culture", "en"), "", Says(_berit.Id, true), now);
        claim.Hear(Says((await _village.Settle("dina@example.org", "Dina", _village.Away)).Id, false));
        await _village.House.Store(claim);
        await Hearing.Heard(_village.House);
        Assert.Equal(["ArticlePublished", "ClaimDisputed"], (await Told()).Select(n => n.Kind).Order());

        // Whoever stands for it follows it from then on; whoever said otherwise knows.
        var news = (await _village.House.All<Notice>()).Where(n => n.Kind == "ClaimDisputed").ToList();
        Assert.Equal(new[] { _berit.Id, _karim.Id }.Order(), news.Select(n => n.MemberId).Order());
        using var berit = await _village.As("berit@example.org");
        Assert.Contains("Tea in Basra", (await berit.Open("/me/following")).Text, StringComparison.Ordinal);
        var chosen = await berit.Open($"/follow/claim/{claim.Id}");
        Assert.Contains("says otherwise", chosen.Text, StringComparison.Ordinal);

        using var karim = await _village.As("karim@example.org");
        var page = await karim.Open("/me/notices");
        Assert.Contains("A new text", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tea in Basra", page.Text, StringComparison.Ordinal);
        Assert.Contains("different now", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/claims/{claim.Id}", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Bulk", page.Text, StringComparison.Ordinal);
    }

    private Voice Says(Guid member, bool isFor) =>
        new(member, isFor, new(Basis.Lived, null, null, "", 2026), ("Four by now.", false), _village.House.Clock.GetUtcNow());

    private async Task<IReadOnlyList<Notice>> Told() => [.. (await _village.House.All<Notice>()).Where(n => n.MemberId == _karim.Id)];
}
