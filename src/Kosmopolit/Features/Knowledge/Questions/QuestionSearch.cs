using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>
/// Gives questions, each with the answer that helped, to be found: public ones by everyone, a network's by its members.
/// What was asked of one person is in no index.
/// </summary>
public sealed class QuestionSearch(SearchNames names) : SearchSource
{
    public const string KindOf = "question";

    public override string Kind => KindOf;

    public override Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happened.Select(Touches).OfType<Guid>().ToHashSet());

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Set<Question>().OrderBy(q => q.Id).Select(q => q.Id).ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var questions = await db.Set<Question>()
            .Where(q => ids.Contains(q.Id) && q.State != QuestionState.Withdrawn && q.EmptiedAt == null && q.Reach != Reach.NamedPerson)
            .AsNoTracking()
            .ToListAsync(ct);
        var helped = await db.Set<Acceptance>()
            .Where(a => ids.Contains(a.QuestionId))
            .Join(db.Set<Answer>(), a => a.AnswerId, a => a.Id, (a, answer) => answer)
            .AsNoTracking()
            .ToDictionaryAsync(a => a.QuestionId, ct);
        return [.. questions.Select(q => Entry(q, helped.GetValueOrDefault(q.Id)))];
    }

    private SearchEntry Entry(Question question, Answer? helped)
    {
        var isPublic = question.Reach == Reach.Public;
        return new SearchEntry(Kind, question.Id, question.Id.ToString(), isPublic ? Audience.Public : Audience.MyNetwork)
        {
            ForEveryone = isPublic,
            Networks = question.NetworkId is { } network ? [network] : [],
            Facts = [.. Facts(question)],
            Texts =
            [
                new SearchText(question.Title, question.Language),
                new SearchText(question.Body, question.Language),
                .. helped is null ? Array.Empty<SearchText>() : [new SearchText(helped.Text, helped.Language)],
            ],
            Names = question.Country.Length > 0 ? names.OfCountry(question.Country) : [],
        };
    }

    private static IEnumerable<SearchFact> Facts(Question question)
    {
        if (question.Country.Length > 0)
            yield return new(SearchField.Country, question.Country);
        if (question.Topic.Length > 0)
            yield return new(SearchField.Topic, question.Topic);
        if (question is { Country.Length: > 0, Topic.Length: > 0 })
            yield return new(SearchField.CountryTopic, $"{question.Country}/{question.Topic}");
        if (question.Language is { Length: > 0 } and not "und")
            yield return new(SearchField.Language, question.Language);
    }

    private static Guid? Touches(LoggedEvent happened) =>
        happened.Kind switch
        {
            nameof(QuestionAsked) => happened.As<QuestionAsked>()?.QuestionId,
            nameof(QuestionChanged) => happened.As<QuestionChanged>()?.QuestionId,
            nameof(QuestionWithdrawn) => happened.As<QuestionWithdrawn>()?.QuestionId,
            nameof(AnswerAccepted) => happened.As<AnswerAccepted>()?.QuestionId,
            nameof(AnswerChanged) => happened.As<AnswerChanged>()?.QuestionId,
            _ => null,
        };
}
