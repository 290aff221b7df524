using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Knowledge.Importing;

/// <summary>One line of a file of texts.</summary>
/// <param name="Id">Unique in the file; becomes the address, so that the same file does not come twice.</param>
/// <param name="Iso2">Alpha-2 of the country.</param>
/// <param name="Kind">What kind of text it is; decides the topic.</param>
public sealed record ImportedText(
    string? Id,
    string? Iso2,
    string? Lang,
    string? Kind,
    string? Title,
    string? Text,
    string? Source,
    string? Url,
    string? Licence,
    string? Attribution,
    [property: JsonPropertyName("asOf")] string? AsOf
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, string> Topics = new()
    {
        ["laws-and-culture"] = "culture",
        ["local-laws"] = "politics",
        ["country-commercial-guide"] = "business",
    };

    /// <summary>The text as a row, or what is wrong with the line.</summary>
    public static (Article? Article, string? Problem) Read(string line, Atlas atlas, DateTimeOffset now)
    {
        ImportedText? text;
        try
        {
            text = JsonSerializer.Deserialize<ImportedText>(line, Json);
        }
        catch (JsonException e)
        {
            return (null, $"not JSON ({e.Message})");
        }
        return text is null ? (null, "empty")
            : text.Problem(atlas) is { } problem ? (null, problem)
            : (text.Row(now), null);
    }

    private string? Problem(Atlas atlas) =>
        string.IsNullOrWhiteSpace(Id) || Slug.Of(Id).Length == 0 ? "no id"
        : string.IsNullOrWhiteSpace(Title) ? "no title"
        : string.IsNullOrWhiteSpace(Text) ? "no text"
        : Text.Length > ArticleMapping.MostText ? $"longer than {ArticleMapping.MostText} characters"
        : string.IsNullOrWhiteSpace(Licence) || string.IsNullOrWhiteSpace(Attribution) ? "no licence or attribution: it may not be used"
        : Iso2 is { Length: > 0 } && atlas.Country(Iso2) is null ? $"unknown country {Iso2}"
        : atlas.Language(Lang ?? "") is null ? $"unknown language {Lang}"
        : AsOf is { Length: > 0 } && Day(AsOf) is null ? $"no day: {AsOf}"
        : null;

    private Article Row(DateTimeOffset now)
    {
        var title = PlainText.Clean(Title);
        var rights = new Rights(
            Cut(PlainText.Clean(Licence), 200),
            Cut(PlainText.Clean(Attribution), 200),
            Uri.TryCreate(Url, UriKind.Absolute, out var url)
            && url.Scheme.StartsWith("http", StringComparison.Ordinal)
            && Url!.Length <= 500
                ? Url
                : "",
            Day(AsOf)
        );
        var subject = new Subject(Iso2?.ToUpperInvariant() ?? "", Topics.GetValueOrDefault(Kind ?? "", ""), Lang!);
        var words = new Words(
            Cut(title, ArticleMapping.MostTitle),
            "",
            Text!.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim()
        );
        return Article.Bring(Slug.Of(Id!), subject, words, (ArticleOrigin.Elsewhere, rights), now);
    }

    // Days, months and years alone all occur.
    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
