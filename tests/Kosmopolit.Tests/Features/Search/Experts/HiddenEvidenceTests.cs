using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Experts;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Knowledge.Questions;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Search.Experts;

/// <summary>What somebody hides neither finds them, nor moves them, nor is said; what they show does all three.</summary>
[UsesDatabase]
public sealed class HiddenEvidenceTests : IAsyncLifetime
{
    private const string Wanted = "Who knows business culture in Saudi Arabia?";
    private const string WantedInArabic = "Who knows business culture in Saudi Arabia and speaks Arabic?";

    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Trader("karim@example.org", "Karim");
        await _village.Trader("lena@example.org", "Lena");
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Theory]
    [InlineData(Audience.OnlyMe, false)]
    [InlineData(Audience.MyNetwork, true)]
    public async Task A_fact_moves_its_owner_up_exactly_for_those_who_may_see_it(Audience audience, bool moves)
    {
        var before = await Look(WantedInArabic);
        var last = before[^1].Facts.Person.Id;
        await _village.House.Store(
            new MarketKnowledge(last, new Ground("SA", Basis.Lived | Basis.Traded, 1980, null, "", 2026), audience).About(
                Topics.Culture,
                "",
                "en"
            ),
            new LanguageSkill(last, "ar", Cefr.C2, Cefr.C2, Cefr.C2, audience)
        );
        var after = await Look(WantedInArabic);
        Assert.Equal(moves, after[0].Facts.Person.Id == last && before[0].Facts.Person.Id != last);
        Assert.Equal(moves, after.Single(w => w.Facts.Person.Id == last).Score > before[^1].Score);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_answer_without_a_name_speaks_for_nobody(bool unnamed, bool moves)
    {
        var before = await Look();
        var last = before[^1].Facts.Person.Id;
        var question = await _village.Asked(_berit.Id, Bringing.Everyone);
        var pen = unnamed ? PenName.Plain : null;
        await _village.House.Store(new Answer(question.Id, last, ("After sunset.", "en"), pen, _village.House.Clock.GetUtcNow()));
        var after = await Look();
        Assert.Equal(moves, after[0].Facts.Person.Id == last);
        Assert.Equal(moves, after.SelectMany(w => w.Because).Any(e => e.Kind == EvidenceKind.Answers));
    }

    [Fact]
    public async Task Nobody_is_found_for_what_nobody_declared() => Assert.Empty(await Look("Who knows Bhutan?"));

    [Fact]
    public async Task Whoever_knows_the_topic_comes_first_and_it_is_said()
    {
        await _village.Settle(
            "omar@example.org",
            "Omar",
            _village.Home,
            m =>
                m.Declare(
                    new MarketKnowledge(m.Id, new Ground("SA", Basis.Traded, 2005, 2020, "", 2025), Audience.MyNetwork).About(
                        Topics.Customs,
                        "",
                        "en"
                    )
                )
        );
        var found = await Look("customs in Saudi Arabia");
        Assert.Equal("Omar", found[0].Facts.Person.Name);
        var market = Assert.Single(found[0].Because, e => e.Kind == EvidenceKind.Market);
        Assert.Equal((int)Topics.Customs, market.Topics);
        Assert.Equal(3, found.Count);
    }

    private async Task<IReadOnlyList<Weighed>> Look(string words = Wanted)
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Kosmopolit.Platform.Data.KosmopolitDb>();
        var me = await WhoAmI.Load(db, _berit.AccountId!.Value, _village.House.Clock.GetUtcNow());
        return await scope.ServiceProvider.GetRequiredService<ExpertFinder>().Find(words, "en", me, Until.Stopped);
    }
}
