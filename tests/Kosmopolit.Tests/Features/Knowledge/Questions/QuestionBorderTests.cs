using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Platform.Api;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>Verbs tried by those whose they are not, and inputs that cannot be.</summary>
[UsesDatabase]
public sealed class QuestionBorderTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Question _near = null!;
    private Answer _answer = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        var karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        _near = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        _answer = await _village.Answered(_near, karim.Id);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task For_a_stranger_no_verb_finds_the_question()
    {
        using var nils = await ApiClient.Of(_village.House, _village.Neighbour);
        var question = $"/questions/{_near.Id}";
        var answer = $"{question}/answers/{_answer.Id}";
        foreach (
            var (method, path, body) in new (string, string, object?)[]
            {
                ("GET", question, null),
                ("DELETE", question, null),
                ("POST", question + "/answers", new { text = "Mine" }),
                ("PUT", answer, new { text = "Mine" }),
                ("PUT", answer + "/thanks", null),
                ("PUT", question + "/accepted", new { answer = _answer.Id }),
                ("POST", question + "/comments", new { text = "Mine" }),
                ("PUT", question + "/outcome", new { help = "helped" }),
                ("PUT", $"/me/following/question/{_near.Id}", new { pace = "daily" }),
            }
        )
            Assert.True((await nils.Send(method, path, body)).Status == 404, $"{method} {path}");
        Assert.Equal(_answer.Text, Assert.Single(await _village.House.All<Answer>()).Text);
    }

    [Fact]
    public async Task Whoever_sees_it_but_may_not_is_told_so()
    {
        using var anna = await ApiClient.Of(_village.House, _village.Coordinator);
        var question = $"/questions/{_near.Id}";
        foreach (
            var (method, path, body) in new (string, string, object?)[]
            {
                ("DELETE", question, null),
                ("PUT", $"{question}/answers/{_answer.Id}", new { text = "Mine" }),
                ("PUT", question + "/accepted", new { answer = _answer.Id }),
                ("PUT", question + "/outcome", new { help = "helped" }),
            }
        )
            Assert.True((await anna.Send(method, path, body)).Status == 403, $"{method} {path}");
        Assert.Equal(QuestionState.Open, (await _village.House.All<Question>()).Single().State);
    }

    [Theory]
    [InlineData("{\"title\":\"\"}", "title")]
    [InlineData("{\"title\":\"\\u200e \\u202e\"}", "title")]
    [InlineData("{\"title\":\"Ok?\",\"country\":\"ZZ\"}", "country")]
    [InlineData("{\"title\":\"Ok?\",\"body\":\"<img src=x>\"}", "body")]
    [InlineData("{\"title\":\"Ok?\",\"network\":\"soder\"}", "network")]
    [InlineData("{\"title\":\"Ok?\",\"reach\":\"namedPerson\",\"to\":\"nobody\"}", "to")]
    public async Task What_cannot_be_asked_is_refused_at_its_field(string body, string field)
    {
        using var berit = await ApiClient.Of(_village.House, "berit@example.org");
        var reply = await berit.Send("POST", "/questions", body);
        Assert.Equal(422, reply.Status);
        Assert.Contains($"\"{field}\"", reply.Text, StringComparison.Ordinal);
        Assert.Single(await _village.House.All<Question>());
    }

    [Fact]
    public async Task Nobody_asks_somebody_whose_page_they_do_not_see()
    {
        using var nils = await ApiClient.Of(_village.House, _village.Neighbour);
        var hidden = new
        {
            title = "Hello?",
            reach = "namedPerson",
            to = _berit.Slug,
        };
        Assert.Equal(422, (await nils.Send("POST", "/questions", hidden)).Status);
        using var anna = await ApiClient.Of(_village.House, _village.Coordinator);
        Assert.Equal(201, (await anna.Send("POST", "/questions", hidden)).Status);
    }

    [Fact]
    public async Task Ten_questions_a_day_are_enough()
    {
        using var anna = await ApiClient.Of(_village.House, _village.Coordinator);
        for (var i = 0; i < AskQuestion.MostADay; i++)
            Assert.Equal(201, (await anna.Send("POST", "/questions", new { title = $"Question {i}?" })).Status);
        var more = await anna.Send("POST", "/questions", new { title = "And this?" });
        Assert.Equal(422, more.Status);
        Assert.Contains("since yesterday", more.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromHours(25));
        Assert.Equal(201, (await anna.Send("POST", "/questions", new { title = "And this?" })).Status);
    }

    [Fact]
    public async Task What_nobody_answers_lies_on_the_desk_after_two_days()
    {
        await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "Who knows Oman?");
        await _village.Asked(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _answer.AuthorId), "Between us?");
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("Who knows Oman?", (await anna.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(3));
        var desk = await anna.Open("/networks/norr/desk?again=1");
        Assert.Contains("“Who knows Oman?” has waited for 3 days.", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Asking.Title, desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Between us?", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_go_with_their_writer_unless_they_may_stay_and_the_others_stay_readable()
    {
        using var berit = await _village.As("berit@example.org");
        var id = (await berit.Ask("May it stay?", ("Input.Reach", nameof(Reach.Public)), ("Input.MayStay", "true"))).Id();
        var question = (await _village.House.All<Question>()).Single(q => q.Id == id);
        await _village.House.Do(async db =>
        {
            foreach (var row in db.Set<Question>().Where(q => q.AskerId == _berit.Id && !q.MayStay).ToList())
                row.Empty(_village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        Assert.True(question.MayStay);
        using var anna = await _village.As(_village.Coordinator);
        var emptied = await anna.Open($"/questions/{_near.Id}");
        emptied.Is(HttpStatusCode.OK);
        Assert.Contains("took the words along", emptied.Text, StringComparison.Ordinal);
        Assert.Contains(_answer.Text, emptied.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Asking.Title, (await anna.Open("/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("May it stay?", (await anna.Open($"/questions/{id}")).Text, StringComparison.Ordinal);
    }
}
