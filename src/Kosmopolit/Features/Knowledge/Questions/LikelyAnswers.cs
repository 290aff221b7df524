using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>Something there already that may answer a question.</summary>
/// <param name="Kind">Key of the kind, such as <c>question</c> or <c>article</c>.</param>
/// <param name="Path">Its page, from the root.</param>
/// <param name="Language">BCP 47 tag of the title.</param>
public sealed record Likely(string Kind, string Title, string Language, string Path, bool IsAnswered);

/// <summary>
/// Looks, before somebody asks, for what answers them already. Search, which stands above this room, does the looking: it
/// registers itself here.
/// </summary>
public abstract class LikelyAnswers
{
    /// <summary>The nearest first, few; only what this reader may see, counted and ranked for them.</summary>
    public abstract Task<IReadOnlyList<Likely>> To(string words, Matter matter, Me reader, CancellationToken ct);
}
