using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Kosmopolit.Features.Search.Meanings;

/// <summary>
/// A machine that turns texts into vectors, when an operator has named one (<c>Kosmopolit:Meaning:Address</c>, <c>:Model</c>,
/// <c>:Key</c>): anything that answers <c>POST …/embeddings</c> as OpenAI's interface does, a program on the same machine first of
/// all. Off by default.
/// </summary>
public sealed class OpenAiVectors(IHttpClientFactory clients, IConfiguration configuration) : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string Client = "meaning";

    /// <summary>A search does not wait longer; it then has only words to go by.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public bool IsOn => Address is not null;

    private Uri? Address =>
        Uri.TryCreate(configuration["Kosmopolit:Meaning:Address"]?.TrimEnd('/') + "/embeddings", UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address
            : null;

    /// <exception cref="HttpRequestException">There is no machine, or it refused.</exception>
    /// <exception cref="JsonException">It answered something else.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var address = Address ?? throw new HttpRequestException("No machine is named.");
        var texts = values.ToList();
        using var http = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new Asked(options?.ModelId ?? configuration["Kosmopolit:Meaning:Model"] ?? "", texts)),
        };
        if (configuration["Kosmopolit:Meaning:Key"] is { Length: > 0 } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var said = await answer.Content.ReadFromJsonAsync<Said>(cancellationToken);
        if (said?.Data is not { } data || data.Count != texts.Count)
            throw new JsonException("There is not one vector for each text.");
        return new(data.OrderBy(d => d.Index).Select(d => new Embedding<float>(d.Embedding)));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private sealed record Asked(
        [property: JsonPropertyName("model")] string Model,
        [property: JsonPropertyName("input")] IReadOnlyList<string> Input
    );

    private sealed record Said([property: JsonPropertyName("data")] IReadOnlyList<One> Data);

    private sealed record One([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("embedding")] float[] Embedding);
}
