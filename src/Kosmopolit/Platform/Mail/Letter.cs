using System.Net;
using System.Text;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Mail;

/// <summary>A mail of a few paragraphs and perhaps one link, as plain text and as HTML that say the same.</summary>
/// <param name="Paragraphs">Plain text; may hold what people wrote.</param>
/// <param name="Action">Words of the link; null for a mail without one.</param>
/// <param name="Link">Absolute address.</param>
public sealed record Letter(
    ReaderLanguage Language,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    string? Action = null,
    string? Link = null
)
{
    /// <summary>Several links side by side, for instance the answers to a question.</summary>
    public IReadOnlyList<(string Words, string Link)> Choices { get; init; } = [];

    /// <param name="expires">After this moment it is useless and is not sent; null when it keeps.</param>
    public OutgoingMail To(string address, DateTimeOffset now, DateTimeOffset? expires = null)
    {
        var text = new StringBuilder();
        var html = new StringBuilder();
        foreach (var paragraph in Paragraphs.Where(p => p.Length > 0))
        {
            text.Append(paragraph).Append("\n\n");
            html.Append("<p dir=\"auto\">")
                .Append(WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal))
                .Append("</p>");
        }
        foreach (var (words, link) in Choices)
            Add(text, html, words, link);
        if (Action is not null && Link is not null)
            Add(text, html, Action, Link);
        return new OutgoingMail(
            address,
            Subject,
            text.ToString(),
            MailShell.Wrap(Language, Subject, html.ToString()),
            Language.Tag,
            now,
            expires
        );
    }

    private static void Add(StringBuilder text, StringBuilder html, string words, string link)
    {
        text.Append(words).Append(":\n").Append(link).Append("\n\n");
        html.Append("<p><a href=\"")
            .Append(WebUtility.HtmlEncode(link))
            .Append("\">")
            .Append(WebUtility.HtmlEncode(words))
            .Append("</a></p>");
    }
}
