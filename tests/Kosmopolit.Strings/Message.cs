namespace Kosmopolit.Strings;

/// <summary>A text of the interface, as the source says it.</summary>
/// <param name="Id">The English source; for a counted text its singular.</param>
/// <param name="Plural">The English plural of a counted text.</param>
/// <param name="File">Where it stands, from the repository's root.</param>
/// <param name="Line">From 1.</param>
public sealed record Message(string Id, string? Plural, string File, int Line);

/// <summary>A text that cannot be collected, and why.</summary>
public sealed record Unreadable(string File, int Line, string Why)
{
    public override string ToString() => $"{File}:{Line}: {Why}";
}
