namespace Kosmopolit.Platform.Pictures;

/// <summary>Takes a picture as a form brings it: one after the other, for reading a large one takes some hundred megabytes.</summary>
public static class Easel
{
    /// <summary>Most letters of what is said about a picture.</summary>
    public const int MostDescription = 300;

    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>What those hear who do not see the picture, or why it says nothing.</summary>
    public static (string? Said, Refusal? Refusal) Describe(string? typed) =>
        PlainText.Clean(typed) is { Length: > 0 and <= MostDescription } said
            ? (said, null)
            : (null, new Refusal("Say in a sentence what the picture shows, for those who do not see it."));

    /// <summary>Why a file is not even opened; null when it may be drawn.</summary>
    public static Refusal? Refuse(IFormFile? file) =>
        file is null || file.Length == 0 ? new Refusal("Choose a picture first.")
        : file.Length > Redraw.MostBytes
            ? new Refusal("A picture has at most {0} MB. Make it smaller first.", null, Redraw.MostBytes / 1_000_000)
        : null;

    /// <param name="file">One that <see cref="Refuse"/> lets pass.</param>
    public static async Task<(Redrawn? Drawn, Refusal? Refusal)> Draw(IFormFile file, CancellationToken ct)
    {
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        await Turn.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Redraw.Draw(bytes.ToArray(), file.ContentType), ct);
        }
        finally
        {
            Turn.Release();
        }
    }
}
