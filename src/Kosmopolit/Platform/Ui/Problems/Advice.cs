namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>Left on a request by a page that is not there, and knows what its reader can do about it.</summary>
/// <param name="Text">In the reader's language.</param>
public sealed record Advice(string Text);
