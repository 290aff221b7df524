using System.Text.Json;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Search;
using Microsoft.Extensions.AI;

namespace Kosmopolit.Features.Search.Meanings;

/// <summary>
/// Vectors of texts and questions. Only what everyone may see is sent to the machine, whoever runs it; a person's narrower
/// texts are found by their words alone.
/// </summary>
public sealed class Sense(OpenAiVectors vectors, ILogger<Sense> log)
{
    /// <summary>Characters that say what a text is about.</summary>
    private const int Beginning = 2000;

    /// <summary>Null when there is no machine, it does not answer, or the question is a single word, which has no more meaning than its letters.</summary>
    public async Task<float[]?> Of(string question, CancellationToken ct) =>
        vectors.IsOn && question.Any(char.IsWhiteSpace) ? (await Of([question], ct))?[0] : null;

    /// <summary>The same entries, public ones with their vector where one was to be had.</summary>
    public async Task<IReadOnlyList<SearchEntry>> With(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        if (!vectors.IsOn)
            return entries;
        var told = entries.Select(e => e.Level == Audience.Public ? Text(e) : "").ToList();
        var asked = told.Where(t => t.Length > 0).ToList();
        if (asked.Count == 0 || await Of(asked, ct) is not { } found)
            return entries;
        var next = 0;
        return [.. entries.Select((e, i) => told[i].Length == 0 ? e : e with { Vector = found[next++] })];
    }

    private async Task<IReadOnlyList<float[]>?> Of(IReadOnlyList<string> texts, CancellationToken ct)
    {
        try
        {
            return [.. (await vectors.GenerateAsync(texts, cancellationToken: ct)).Select(e => Unit(e.Vector.ToArray()))];
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning(e, "The machine that knows meanings does not answer");
            return null;
        }
    }

    private static string Text(SearchEntry entry)
    {
        var text = string.Join('\n', entry.Texts.Select(t => t.Text).Where(t => t.Length > 0).Distinct());
        return text.Length <= Beginning ? text : text[..Beginning];
    }

    /// <summary>Of length one, so that nearness is a mere product; nothing of a vector that is all zero.</summary>
    private static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length > 0 && float.IsFinite(length) ? [.. vector.Select(v => v / length)] : [];
    }
}
