using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>Looks, with the search that everyone uses, for what answers a question before it is asked.</summary>
public sealed class FoundAlready(Finder finder) : LikelyAnswers
{
    private const int Most = 6;

    /// <summary>Kinds that can answer a question; those that nobody gives to be found yet find nothing.</summary>
    private static readonly string[] Answering = [Kinds.Question, Kinds.Article];

    public override async Task<IReadOnlyList<Likely>> To(string words, Matter matter, Me reader, CancellationToken ct)
    {
        var found = new List<Likely>();
        foreach (var kind in Answering)
        {
            var question = new SearchQuestion(words, kind, ReaderLanguage: matter.Language) { Count = Most };
            found.AddRange(Near(await finder.Find(question, reader, ct), matter).Select(Of).OfType<Likely>());
            // The same thing is asked in other words and other languages: what stands under the same codes comes after.
            if (found.Count < Most && matter is { Country.Length: > 0, Topic.Length: > 0 })
            {
                var beside = question with { Text = "", Country = matter.Country, Topic = matter.Topic };
                found.AddRange((await finder.Find(beside, reader, ct)).Hits.Select(Of).OfType<Likely>());
            }
        }
        return [.. found.DistinctBy(f => f.Path).Take(Most)];
    }

    // A word in common is little to go by where the question is about one country and the text about another.
    private static IEnumerable<Hit> Near(SearchAnswer answer, Matter matter)
    {
        var countries = answer.Understood.Where(u => u.Kind == LeadKind.Country).Select(u => u.Code).Append(matter.Country).ToHashSet();
        countries.Remove("");
        return countries.Count == 0 ? answer.Hits : answer.Hits.Where(h => Country(h) is "" || countries.Contains(Country(h)));
    }

    private static string Country(Hit hit) => hit.Article?.Country ?? hit.Question?.Country ?? "";

    private static Likely? Of(Hit hit) =>
        hit switch
        {
            { Question: { } question } => new Likely(
                hit.Kind,
                question.Title,
                question.Language,
                $"/questions/{question.Id}",
                question.State is QuestionState.Answered or QuestionState.Closed
            ),
            { Article: { } article } => new Likely(
                hit.Kind,
                article.Title,
                article.Language,
                $"/knowledge/{article.Slug}",
                IsAnswered: false
            ),
            _ => null,
        };
}
