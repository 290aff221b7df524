using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Ui.Markup;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A text as it stands in its form.</summary>
public sealed class ArticleInput
{
    /// <summary>Alpha-2 or former state; empty for a free text.</summary>
    [StringLength(12)]
    public string? Country { get; set; }

    [StringLength(20)]
    public string? Topic { get; set; }

    [Required(ErrorMessage = "Say in which language the text is.")]
    [StringLength(35)]
    public string? Language { get; set; }

    [Required(ErrorMessage = "Give it a title, so that others find it.")]
    [PlainText(ArticleMapping.MostTitle)]
    public string? Title { get; set; }

    [PlainText(ArticleMapping.MostSummary)]
    public string? Summary { get; set; }

    [Required(ErrorMessage = "Write the text.")]
    [StringLength(ArticleMapping.MostText, ErrorMessage = "A text has at most 200,000 characters. Please part it in two.")]
    public string? Text { get; set; }

    /// <summary>One a line: an address, and what it is called before or after it.</summary>
    [StringLength(4000, ErrorMessage = "This is too long. Please make it shorter.")]
    public string? Sources { get; set; }

    [PlainText(300)]
    public string? Why { get; set; }

    /// <summary>The version that the writer began from; 0 for a new text.</summary>
    [Range(0, 1_000_000)]
    public int Number { get; set; }

    /// <summary>Whether the writer signs this version with their name.</summary>
    public bool ShowsName { get; set; }

    /// <summary>Whether a machine made the first draft of a translation.</summary>
    public bool IsMachine { get; set; }

    /// <summary>Whether the writer says that they have gone over every sentence of it.</summary>
    public bool IsGoneOver { get; set; }

    /// <summary>What a picture shows that is put into the text.</summary>
    [StringLength(400, ErrorMessage = "This is too long. Please make it shorter.")]
    public string? PictureText { get; set; }

    /// <summary>The version of the original that the writer had before them.</summary>
    [Range(0, 1_000_000)]
    public int OriginalNumber { get; set; }

    /// <summary>Whether the writer says that the translation now says what the original says.</summary>
    public bool IsUpToDate { get; set; }

    /// <summary>Which button was pressed: preview, draft or publish.</summary>
    [StringLength(10)]
    public string? Do { get; set; }

    public bool IsPreview => Do == "preview";

    public Words Words =>
        new(
            PlainText.Clean(Title),
            PlainText.Clean(Summary),
            (Text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim()
        );

    /// <summary>Puts a picture at the end of the text.</summary>
    public void Show(string description, string picture)
    {
        // Brackets would end the description.
        var said = description.Replace('[', '(').Replace(']', ')');
        Text = $"{(Text ?? "").TrimEnd()}\n\n![{said}]({SafeMarkdown.Pictures}{picture})\n".TrimStart();
        PictureText = null;
    }

    /// <summary>The sources typed; refused when a line holds no web address.</summary>
    public (IReadOnlyList<(string Title, string Url, DateOnly? Seen)> Sources, Refusal? Refusal) ReadSources()
    {
        var sources = new List<(string, string, DateOnly?)>();
        foreach (var line in PlainText.CleanLines(Sources).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            var address = words.FirstOrDefault(w =>
                w.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || w.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            );
            if (address is null || address.Length > 500 || !Uri.TryCreate(address, UriKind.Absolute, out var url))
                return ([], new Refusal("Each source needs a web address that begins with https://.", nameof(Sources)));
            var seen = words
                .Select(w =>
                    DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? day
                        : (DateOnly?)null
                )
                .FirstOrDefault(d => d is not null);
            var title = string.Join(' ', words.Where(w => w != address && !DateOnly.TryParseExact(w, "yyyy-MM-dd", out _)));
            sources.Add((title.Length > 200 ? title[..200] : title, url.AbsoluteUri, seen));
        }
        return sources.Count > 20 ? ([], new Refusal("At most {0} sources.", nameof(Sources), 20)) : (sources, null);
    }

    public static ArticleInput Of(Article article, bool isUpToDate) =>
        new()
        {
            IsUpToDate = isUpToDate,
            Country = article.Country,
            Topic = article.Topic,
            Language = article.Language,
            Title = article.Title,
            Summary = article.Summary,
            Text = article.Text,
            Number = article.Number,
            Sources = string.Join(
                '\n',
                article.References.Select(r => $"{r.Title} {r.Url} {r.Seen?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".Trim())
            ),
        };
}
