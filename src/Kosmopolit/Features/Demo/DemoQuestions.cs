using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;

namespace Kosmopolit.Features.Demo;

/// <summary>A question written for the demo world, with what is said to it.</summary>
/// <param name="Network">Slug; null for a public one.</param>
/// <param name="Days">How long ago it was asked.</param>
/// <param name="Helped">Which answer helped, from 0; null for none yet.</param>
internal sealed record QuestionSource(
    string Country,
    string Topic,
    string Language,
    string Title,
    string? Body,
    string? Network,
    int Days,
    Urgency Urgency,
    IReadOnlyList<AnswerSource> Answers,
    int? Helped,
    OutcomeSource? Outcome
);

/// <param name="Pen">Given without a name, as somebody who knows.</param>
internal sealed record AnswerSource(string Language, string Text, bool Pen);

internal sealed record OutcomeSource(Help Help, string Language, string Words);

/// <summary>Lets members ask each other, and those answer who know the country.</summary>
internal sealed class DemoQuestions(IReadOnlyList<Member> members, IReadOnlyList<Network> networks, DateTimeOffset now)
{
    private readonly Dice _dice = Dice.For("questions");

    public List<Platform.Data.Entity> Rows { get; } = [];

    public void Ask(IEnumerable<QuestionSource> sources)
    {
        foreach (var source in sources)
            Ask(source);
    }

    private void Ask(QuestionSource source)
    {
        var network = source.Network is null ? null : networks.First(n => n.Slug == source.Network);
        var circle = network is null ? new Circle(Reach.Public) : new Circle(Reach.Network, network.Id);
        var at = now.AddDays(-source.Days).AddMinutes(-_dice.Below(600));
        var people = members.Where(m => m.JoinedAt < at && m.AccountId is not null && Is(m, network)).ToList();
        var asker = _dice.Pick([.. people.Where(m => m.Markets.All(k => k.Country != source.Country))]);
        var question = new Question(asker.Id, new Matter(source.Country, source.Topic, source.Language), circle, at);
        question.Word(source.Title, source.Body ?? "", source.Urgency);
        question.Sign(unnamed: _dice.Chance(20), mayStay: true);
        Rows.Add(question);
        var knowers = Knowers(people.Where(m => m.Id != asker.Id), source.Country);
        var answers = source.Answers.Select((a, i) => Answer(question, a, knowers, at.AddHours(5 + 26 * i))).ToList();
        foreach (var answer in answers.Where(_ => _dice.Chance(40)))
            Rows.Add(new Thanks(answer, people.First(m => m.Id != answer.AuthorId && m.Id != asker.Id).Id, answer.AnsweredAt.AddDays(1)));
        Remind(question, answers);
        if (source.Helped is not { } helped)
            return;
        var settled = answers[helped].AnsweredAt.AddHours(7);
        question.Settle(asker.Id, settled);
        Rows.Add(new Acceptance(question.Id, answers[helped].Id, asker.Id, settled));
        Tell(question, asker.Id, source.Outcome, settled);
    }

    // The mails of the world's past are not sent again.
    private void Remind(Question question, List<Answer> answers)
    {
        if (answers.Count == 0 || answers[0].AnsweredAt > now - AskWhatHappened.After)
            return;
        var asked = new FollowUp(question.Id);
        asked.Ask(answers[0].AnsweredAt + AskWhatHappened.After);
        Rows.Add(asked);
    }

    private Answer Answer(Question question, AnswerSource source, List<Member> knowers, DateTimeOffset at)
    {
        var author = _dice.Pick(knowers);
        var market = author.Markets.FirstOrDefault(k => k.Country == question.Country);
        var pen =
            !source.Pen ? null
            : market is null ? PenName.Plain
            : PenName.From(market, now.Year);
        var answer = new Answer(question.Id, author.Id, (source.Text, source.Language), pen, at);
        answer.Leave(mayStay: true);
        Rows.Add(answer);
        return answer;
    }

    private void Tell(Question question, Guid asker, OutcomeSource? source, DateTimeOffset settled)
    {
        if (source is null)
            return;
        var told = Rows.OfType<FollowUp>().FirstOrDefault(f => f.QuestionId == question.Id) ?? new FollowUp(question.Id);
        told.Tell(source.Help, source.Words, source.Language, settled.AddDays(25));
        question.Close(asker, settled.AddDays(25));
        if (!Rows.Contains(told))
            Rows.Add(told);
    }

    // Whoever shows themselves answers more readily; where nobody knows the country, anybody does.
    private static List<Member> Knowers(IEnumerable<Member> people, string country)
    {
        var all = people.ToList();
        var knowing = all.Where(m => m.Markets.Any(k => k.Country == country)).ToList();
        return knowing.Count > 0 ? knowing : all;
    }

    private static bool Is(Member member, Network? network) =>
        network is null || member.Memberships.Any(s => s.NetworkId == network.Id && s.EndedAt is null);
}
