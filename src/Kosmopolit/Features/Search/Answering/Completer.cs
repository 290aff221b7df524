using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>What somebody who is still typing may mean.</summary>
public sealed class Completer(FactNames facts, Gazetteer gazetteer, NamesFinder names)
{
    public const int MaxOffered = 8;

    /// <summary>
    /// At most <see cref="MaxOffered"/>: countries, languages and topics first, then people, firms and networks whose
    /// name this reader may see. Nothing for an empty prefix. A topic's <see cref="Completion.Name"/> is its key: its
    /// name stands in the catalogue.
    /// </summary>
    /// <param name="language">BCP 47 tag of the language to offer names in.</param>
    public async Task<IReadOnlyList<Completion>> Complete(string prefix, string language, Me me, CancellationToken ct = default)
    {
        var typed = Understanding.Clean(prefix);
        var folded = Folding.Fold(typed).Trim();
        if (folded.Length == 0)
            return [];
        var known = facts
            .Beginning(folded, language)
            .Concat(Alias(typed, language))
            .DistinctBy(c => (c.Kind, c.Key))
            .Take(MaxOffered)
            .ToList();
        var people = await names.Beginning(typed, me, MaxOffered, ct);
        // Each gets half of the room, and what the other leaves of its half.
        const int half = MaxOffered / 2;
        return [.. known.Take(Math.Max(half, MaxOffered - people.Count)), .. people.Take(Math.Max(half, MaxOffered - known.Count))];
    }

    /// <summary>"Persia", "فارسی" and other names for what is called something else here.</summary>
    private IEnumerable<Completion> Alias(string typed, string language) =>
        gazetteer
            .Resolve(typed)
            .Select(m =>
                m.Kind switch
                {
                    MatchKind.Country or MatchKind.City or MatchKind.FormerState => facts.Country(m.Code, language),
                    MatchKind.Language => facts.Language(m.Code, language),
                    MatchKind.Topic when TopicKeys.Parse(m.Code) is not null => new Completion("topic", m.Code, m.Code),
                    _ => null,
                }
            )
            .OfType<Completion>();
}
