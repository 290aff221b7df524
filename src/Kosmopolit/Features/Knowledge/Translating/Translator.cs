using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Features.Knowledge.Translating;

/// <summary>
/// A machine that translates, when an operator has named one (<c>Kosmopolit:Translate:Address</c>): anything that speaks as
/// LibreTranslate does. Off by default; what it writes is a draft for a person, and is labelled until one has gone over it.
/// </summary>
public sealed class Translator(IHttpClientFactory clients, IConfiguration configuration, ILogger<Translator> log)
{
    public const string Client = "translator";

    /// <summary>Longest wait for a whole text.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool IsOn => Address is not null;

    private Uri? Address =>
        Uri.TryCreate(configuration["Kosmopolit:Translate:Address"]?.TrimEnd('/') + "/translate", UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address
            : null;

    /// <param name="from">BCP 47; only the language itself is sent.</param>
    /// <param name="to">BCP 47.</param>
    /// <returns>Null when there is no machine, or it does not answer as it should.</returns>
    public async Task<string?> Translate(string text, string from, string to, CancellationToken ct)
    {
        if (Address is not { } address)
            return null;
        try
        {
            using var http = clients.CreateClient(Client);
            var asked = new Asked(text, Language(from), Language(to), "text", configuration["Kosmopolit:Translate:Key"]);
            using var answer = await http.PostAsJsonAsync(address, asked, ct);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<Said>(ct))?.TranslatedText;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning(e, "The machine that translates does not answer");
            return null;
        }
    }

    private static string Language(string tag) => tag.Split('-')[0];

    private sealed record Asked(
        [property: JsonPropertyName("q")] string Text,
        [property: JsonPropertyName("source")] string From,
        [property: JsonPropertyName("target")] string To,
        [property: JsonPropertyName("format")] string Format,
        [property: JsonPropertyName("api_key")] string? Key
    );

    private sealed record Said([property: JsonPropertyName("translatedText")] string TranslatedText);
}
