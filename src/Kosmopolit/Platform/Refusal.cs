namespace Kosmopolit.Platform;

/// <summary>Of what kind a refusal is. Pages say only its sentence; a program needs to know what to do about it.</summary>
public enum RefusalKind
{
    /// <summary>What was asked is against a rule; other values may pass.</summary>
    Rule = 0,

    /// <summary>What it is about is not there, or not for this reader.</summary>
    Gone = 1,

    /// <summary>Somebody else, or another window, was faster.</summary>
    Meanwhile = 2,

    /// <summary>The reader sees it but may not do this.</summary>
    NotYours = 3,
}

/// <summary>
/// Why a verb did not happen, as a sentence for the person who asked.
/// </summary>
/// <param name="Text">English source text; shown through the catalogue in the reader's language.</param>
/// <param name="Field">The input's property the refusal belongs to, or null when it concerns the whole form.</param>
/// <param name="Arguments">Values for the numbered places in <paramref name="Text"/>.</param>
public sealed record Refusal(string Text, string? Field = null, params object[] Arguments)
{
    public RefusalKind Kind { get; init; }

    /// <summary>Says again what was refused earlier and kept as its text.</summary>
    public static Refusal Remembered(string text) => new(text);
}

/// <summary>The answer of a verb that yields something: either the value or the refusal, never both.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
