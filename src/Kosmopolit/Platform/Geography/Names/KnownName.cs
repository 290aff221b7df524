namespace Kosmopolit.Platform.Geography.Names;

/// <summary>How a name bends: a proper name takes a genitive, a common noun or an adjective takes all endings.</summary>
internal enum Bending
{
    Proper,
    Common,
}

/// <summary>One thing that one spelling stands for.</summary>
/// <param name="Rank">0 for the thing's own name, 1 for another word for it, 2 for a word for its people.</param>
/// <param name="Exactly">Lower-case spelling whose accents must be kept, because the name is too short to lose them; else null.</param>
/// <param name="Capital">Whether it must begin with a capital in a sentence, because it is shorter than a name can safely be.</param>
internal sealed record KnownName(MatchKind Kind, string Code, int Rank, Bending Bending, string? Exactly, bool Capital);
