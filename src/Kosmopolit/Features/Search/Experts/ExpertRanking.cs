using Kosmopolit.Features.Search.Asking;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>Puts people into the order in which they are to be asked, from what is known of them and what they wrote.</summary>
public sealed class ExpertRanking(WantedReader wantedReader, FunctionWords functionWords)
{
    public Wanted Read(string words, string language, string country = "", string topic = "") =>
        wantedReader.Of(words, language, country, topic);

    /// <param name="written">What each of some people wrote; a person is known by their place.</param>
    public PassageVotes Listen(IReadOnlyList<IReadOnlyCollection<string>> written)
    {
        var votes = new PassageVotes(functionWords);
        for (var i = 0; i < written.Count; i++)
            foreach (var text in written[i])
                votes.Add(i, text);
        return votes;
    }

    /// <param name="votes">Of these people, in the same order.</param>
    public static IReadOnlyList<Weighed> Rank(Wanted wanted, IReadOnlyList<ExpertFacts> people, PassageVotes votes, int year) =>
        ExpertScore.Rank(wanted, people, votes.For(wanted.Words, wanted.Language), year);
}
