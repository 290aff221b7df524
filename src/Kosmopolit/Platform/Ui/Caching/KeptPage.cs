using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>An answer as it went over the line.</summary>
public sealed record KeptPage(
    string Key,
    DateTimeOffset Until,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>The <see cref="Freshness.Version"/> when it began to be drawn.</summary>
    public long Version { get; init; }

    /// <summary>Everything that a visitor's page depends on.</summary>
    /// <param name="preset">The installation's own language, when its settings cannot be asked yet.</param>
    public static string KeyOf(HttpRequest request, ReaderLanguage? preset = null) =>
        string.Join(
            '\n',
            request.Path.Value,
            request.QueryString.Value,
            LanguageChoice.Of(request, preset).Language.Tag,
            SharedPages.EncodingOf(request),
            request.Host.Value,
            request.Headers["X-Forwarded-Proto"].ToString()
        );
}
