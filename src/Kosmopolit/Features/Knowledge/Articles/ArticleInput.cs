using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
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
    [StringLength(ArticleMapping.MostSources, ErrorMessage = "This is too long. Please make it shorter.")]
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

    /// <summary>The answer that is added to a text that was there.</summary>
    public Guid? Answer { get; set; }

    /// <summary>Which button was pressed: preview, draft or publish.</summary>
    [StringLength(10)]
    public string? Do { get; set; }

    public bool IsPreview => Do == "preview";

    public Words Words =>
        new(
            PlainText.Clean(Title),
            PlainText.Clean(Summary),
            (Text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim(),
            Reference.Lines(Reference.Of(Sources))
        );

    internal Writer By(Me me) => new(me.MemberId, PlainText.Clean(Why), ShowsName);

    /// <summary>Puts an answer at the end of the text, for its writer to move and go over.</summary>
    public void Add(Guid answer, string words) => (Answer, Text) = (answer, $"{(Text ?? "").TrimEnd()}\n\n{words}".TrimStart());

    /// <summary>Goes on from another version, with what two people's words became.</summary>
    public void Take(Words words, int number) =>
        (Title, Summary, Text, Sources, Number) = (words.Title, words.Summary, words.Text, words.Sources, number);

    /// <summary>Puts a picture at the end of the text.</summary>
    public void Show(string description, string picture)
    {
        // Brackets would end the description.
        var said = description.Replace('[', '(').Replace(']', ')');
        Text = $"{(Text ?? "").TrimEnd()}\n\n![{said}]({SafeMarkdown.Pictures}{picture})\n".TrimStart();
        PictureText = null;
    }

    /// <summary>What is wrong with the sources typed.</summary>
    public Refusal? CheckSources() => Reference.Check(Sources, nameof(Sources));

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
            Sources = article.Sources,
        };
}
