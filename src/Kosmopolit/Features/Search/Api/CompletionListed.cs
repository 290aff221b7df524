using Kosmopolit.Features.Search.Answering;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search.Api;

/// <summary>One way in which a question may go on.</summary>
/// <param name="Kind">
/// <c>country</c>, <c>language</c>, <c>topic</c>, <c>region</c>, <c>sector</c>, <c>person</c>, <c>firm</c> or <c>network</c>.
/// </param>
/// <param name="Key">Code or slug.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Text">The whole question with the name in it.</param>
/// <param name="Label">What kind of thing it is, in the reader's language.</param>
/// <param name="Address">Of the page of a person, firm or network; null for what is a word of a question.</param>
public sealed record CompletionListed(string Kind, string Key, string Name, string Text, string Label, string? Address)
{
    internal static CompletionListed Of(Completion completion, string before, Texts t) =>
        new(
            completion.Kind,
            completion.Key,
            completion.Name,
            before + completion.Name,
            Said(completion, t),
            completion.Kind is Kinds.Person or Kinds.Firm or Kinds.Network
                ? $"/{SearchKind.InAddress(completion.Kind)}/{completion.Key}"
                : null
        );

    private static string Said(Completion completion, Texts t) =>
        completion.Kind switch
        {
            Kinds.Country => t["Country"],
            Kinds.Person => t["Person: open the page"],
            Kinds.Firm => t["Firm: open the page"],
            Kinds.Network => t["Network: open the page"],
            FactNames.Language => t["Language"],
            FactNames.Topic => t["Topic"],
            FactNames.Sector => t["Line of business"],
            _ => completion.Key.Length == 2 ? t["County"] : t["Municipality"],
        };
}
