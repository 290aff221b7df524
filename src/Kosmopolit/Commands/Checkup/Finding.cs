namespace Kosmopolit.Commands.Checkup;

internal enum Verdict
{
    Ok,

    /// <summary>The site works, but somebody should look.</summary>
    Warn,

    /// <summary>The site, or a part of it, cannot work.</summary>
    Fail,
}

/// <summary>One line of the doctor's report.</summary>
internal sealed record Finding(Verdict Verdict, string Subject, string Text)
{
    public static Finding Ok(string subject, string text) => new(Verdict.Ok, subject, text);

    public static Finding Warn(string subject, string text) => new(Verdict.Warn, subject, text);

    public static Finding Fail(string subject, string text) => new(Verdict.Fail, subject, text);

    public override string ToString() => $"{Verdict.ToString().ToUpperInvariant(), -4}  {Subject}: {Text}";
}
