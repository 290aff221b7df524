using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kosmopolit.Platform;
using MimeKit;
using MimeKit.Text;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>What a mail says, once it is read.</summary>
/// <param name="Key">Its Message-ID, or its headers when it has none: the same mail has the same.</param>
/// <param name="From">Address of the sender; empty when there is none.</param>
/// <param name="To">Every address it came to, as the headers and the mail server tell.</param>
/// <param name="Text">The writer's own words.</param>
/// <param name="Attachments">Names of files that came along.</param>
public sealed record IncomingMail(string Key, string From, IReadOnlyList<string> To, string Text, IReadOnlyList<string> Attachments)
{
    /// <summary>Bytes; what is larger is not read.</summary>
    public const long MostBytes = 5 * 1024 * 1024;

    /// <summary>Letters of HTML; an answer has a few thousand, the mail quoted below it as many again.</summary>
    private const int MostHtml = 2_000_000;

    private const int MostDepth = 1_000;

    private static readonly string[] ToHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"];

    /// <summary>A machine wrote it: an absence note, a mailing list, a returned mail. Nobody is to be answered.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Larger than <see cref="MostBytes"/>: only its headers were read.</summary>
    public bool IsTooLarge { get; init; }

    public static IncomingMail Read(MimeMessage message, bool isTooLarge = false)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? message.Sender?.Address ?? "";
        IEnumerable<string> to =
        [
            .. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Concat(message.ResentTo.Mailboxes).Select(m => m.Address),
            .. message
                .Headers.Where(h => ToHeaders.Contains(h.Field, StringComparer.OrdinalIgnoreCase))
                .Select(h => h.Value.Trim('<', '>', ' ')),
        ];
        return new IncomingMail(
            message.MessageId is { Length: > 0 } id ? id : string.Join('\n', message.Headers.Select(h => h.ToString())),
            from,
            [.. to.Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            isTooLarge ? "" : Words(message),
            isTooLarge ? [] : [.. message.Attachments.Select(NameOf)]
        )
        {
            IsAutomatic = IsMachine(message, from),
            IsTooLarge = isTooLarge,
        };
    }

    private static string Words(MimeMessage message) =>
        QuotedText.Strip(message.TextBody is { Length: > 0 } text && text.Trim().Length > 0 ? text : FromHtml(message.HtmlBody ?? ""));

    private static string NameOf(MimeEntity part) =>
        PlainText.Clean(part.ContentDisposition?.FileName ?? part.ContentType.Name ?? part.ContentType.MimeType) is { Length: > 0 } name
            ? name[..Math.Min(80, name.Length)]
            : "?";

    private static bool IsMachine(MimeMessage message, string from)
    {
        var submitted = message.Headers[HeaderId.AutoSubmitted]?.Trim();
        var name = from.Split('@')[0];
        return (submitted is { Length: > 0 } && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
            || message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
            || message.Headers.Contains("X-Autoreply")
            || message.Headers.Contains("X-Autorespond")
            || message.Headers.Contains(HeaderId.ListId)
            || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
            || message.Body?.ContentType.IsMimeType("multipart", "report") == true
            || name.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase)
            || name.Equals("postmaster", StringComparison.OrdinalIgnoreCase)
            || from.Length == 0;
    }

    /// <summary>Words of a mail that came as HTML alone, without its quotation.</summary>
    internal static string FromHtml(string html)
    {
        // What is nested a thousand deep, no mail program wrote: it is there to break whoever reads it.
        if (html.Length > MostHtml || Depth(html) > MostDepth)
            return "";
        using var page = new HtmlParser().ParseDocument(html);
        foreach (
            var gone in page.QuerySelectorAll(
                    "script, style, head, blockquote, .gmail_quote, .moz-cite-prefix, #divRplyFwdMsg, .gmail_signature, #Signature"
                )
                .ToList()
        )
            gone.Remove();
        var text = new StringBuilder();
        if (page.Body is { } body)
            Append(body, text);
        return text.ToString();
    }

    // How deep elements may come to lie in one another, at the most.
    private static int Depth(string html)
    {
        using var reader = new StringReader(html);
        var tokens = new MimeKit.Text.HtmlTokenizer(reader);
        var (depth, deepest) = (0, 0);
        while (tokens.ReadNextToken(out var token))
            if (
                token is HtmlTagToken { IsEmptyElement: false } tag
                && tag.Id is not (HtmlTagId.Br or HtmlTagId.Image or HtmlTagId.Meta or HtmlTagId.HR)
            )
                deepest = Math.Max(deepest, depth = Math.Max(0, depth + (tag.IsEndTag ? -1 : 1)));
        return deepest;
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                text.Append(
                        string.Join(
                            ' ',
                            words.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : []
                        )
                    )
                    .Append(' ');
            else if (child is IElement element)
            {
                var isBlock =
                    element.LocalName is "p" or "div" or "br" or "li" or "tr" or "h1" or "h2" or "h3" or "ul" or "ol" or "table" or "hr";
                if (isBlock && text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                Append(element, text);
                if (element.LocalName is "p" or "li" or "tr" or "div" && text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
            }
        }
    }
}
