namespace Kosmopolit.Platform;

/// <summary>
/// Why a verb did not happen, as a sentence for the person who asked.
/// </summary>
/// <param name="Text">English source text; shown through the catalogue in the reader's language.</param>
/// <param name="Field">The input's property the refusal belongs to, or null when it concerns the whole form.</param>
/// <param name="Arguments">Values for the numbered places in <paramref name="Text"/>.</param>
public sealed record Refusal(string Text, string? Field = null, params object[] Arguments);

/// <summary>The answer of a verb that yields something: either the value or the refusal, never both.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
