using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>Before asking one sees how many may know, among those whom the asker may see, and when an answer usually comes.</summary>
[UsesDatabase]
public sealed class ProspectTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_is_told_how_many_may_know_and_hidden_knowledge_does_not_count()
    {
        await Knows("ali@example.org", "SA", Audience.MyNetwork);
        await Knows("sara@example.org", "SA", Audience.MyNetwork);
        await Knows("hidden@example.org", "SA", Audience.OnlyMe);
        await Knows("elsewhere@example.org", "JP", Audience.MyNetwork);
        Assert.Contains("2 people here may be able to answer you.", await Before(("Input.Country", "SA")), StringComparison.Ordinal);
        Assert.Contains("1 person here may be able to answer you.", await Before(("Input.Country", "JP")), StringComparison.Ordinal);
        var nobody = await Before(("Input.Country", "UY"));
        Assert.DoesNotContain("may be able to answer", nobody, StringComparison.Ordinal);
        Assert.DoesNotContain("usually comes", nobody, StringComparison.Ordinal);
        // What only members see is not told to a visitor.
        using var visitor = _village.House.Reader();
        var form = (await visitor.Open("/questions/new")).Form(
            "form[data-keep=visitor-ask]",
            ("Input.Title", Asking.Title),
            ("Input.Country", "SA"),
            ("Input.Email", "guest@example.org")
        );
        Assert.DoesNotContain("may be able to answer", (await visitor.Submit(form)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_answered_questions_tell_when_an_answer_usually_comes()
    {
        var ali = await Knows("ali@example.org", "SA", Audience.MyNetwork);
        var anna = await _village.Settle("asks@example.org", "Asks", _village.Home);
        var waits = new[] { 1, 2, 3, 8, 30 };
        List<Question> asked = [];
        foreach (var _ in waits)
            asked.Add(await _village.Asked(anna.Id, new Circle(Reach.Network, _village.Home.Id)));
        await _village.Asked(anna.Id, new Circle(Reach.Network, _village.Home.Id));
        var day = 0;
        foreach (var (question, wait) in asked.Zip(waits))
        {
            if (question == asked[^1])
                Assert.DoesNotContain("usually comes", await Before(("Input.Country", "SA")), StringComparison.Ordinal);
            _village.House.Clock.Move(TimeSpan.FromDays(wait - day) - (day == 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero));
            day = wait;
            await _village.Answered(question, ali.Id);
        }
        // What is remembered for a company of readers follows the log within a second.
        await World.Words.Come(
            async () =>
                (await Before(("Input.Country", "SA"))).Contains("The first answer usually comes within 3 days.", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20),
            "The usual time of a first answer"
        );
    }

    private async Task<string> Before(params (string, string)[] fields)
    {
        using var anna = await _village.As(_village.Coordinator);
        var form = (await anna.Open("/questions/new")).Form("form[data-keep=ask]", [("Input.Title", Asking.Title), .. fields]);
        return (await anna.Submit(form)).One("#likely").TextContent;
    }

    private Task<Member> Knows(string email, string country, Audience audience) =>
        _village.Settle(
            email,
            email[..^12],
            _village.Home,
            m => m.Declare(new MarketKnowledge(m.Id, new(country, Basis.Lived, 1990, 2020, "", null), audience))
        );
}
