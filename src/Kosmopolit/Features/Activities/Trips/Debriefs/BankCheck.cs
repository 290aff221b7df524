using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>A passage of the bank that somebody stands for.</summary>
/// <param name="Passage">Empty for the text as a whole.</param>
/// <param name="Said">What the reader says of it so far; null when nothing.</param>
public sealed record ClaimToCheck(Guid Id, string Passage, bool? Said);

/// <param name="Path">Its page, from the root.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record TextToCheck(Guid Id, string Title, string Path, string Language, IReadOnlyList<ClaimToCheck> Claims);

/// <summary>On what somebody stands who was on a trip.</summary>
/// <param name="Place">As they want it shown; empty when they name none, as the towns of a trip would tell which trip it was.</param>
/// <param name="Year">In which they were there.</param>
public sealed record TripGround(Basis Basis, string Place, int Year);

/// <summary>Something learnt that goes into the bank.</summary>
/// <param name="Into">The text that it becomes a passage of; null when it becomes a text of its own.</param>
/// <param name="Topic">Key; empty for none.</param>
public sealed record LessonForBank(Guid? Into, string Title, string Text, string Country, string Topic, string Language, bool ShowsName);

/// <summary>
/// What the bank says about where a trip went, and what may be done with it there. A room that knows the bank does it, by the
/// bank's own verbs: whoever may not write there is refused here, too.
/// </summary>
public abstract class BankCheck
{
    /// <summary>In the order of <paramref name="texts"/>; what the reader may not read is left out.</summary>
    public abstract Task<IReadOnlyList<TextToCheck>> Texts(IReadOnlyList<Guid> texts, CancellationToken ct);

    /// <summary>
    /// Says that a passage is so, or is not, as it was seen on the trip. What the reader said of it before on better ground stays, and is
    /// seen anew.
    /// </summary>
    public abstract Task<Refusal?> Speak(Guid claim, bool isFor, string reason, TripGround ground, CancellationToken ct);

    /// <summary>Stores it in the bank, with its writer standing for it; after a refusal nothing of it is there.</summary>
    /// <returns>Its page, from the root.</returns>
    public abstract Task<Outcome<string>> Take(LessonForBank lesson, TripGround ground, CancellationToken ct);
}
