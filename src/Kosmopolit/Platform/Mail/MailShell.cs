using System.Net;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Mail;

/// <summary>The frame around every mail: plain enough for any reader, in the direction of its language.</summary>
public static class MailShell
{
    /// <param name="body">Markup made by the product; texts in it are already encoded.</param>
    public static string Wrap(ReaderLanguage language, string title, string body) =>
        $"""
            <!doctype html>
            <html lang="{language.Tag}" dir="{language.Direction}">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title>
            <style>
            body {"{"} margin: 0; background: #faf8f3; color: #15212a; font: 17px/1.6 sans-serif {"}"}
            main {"{"} max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem {"}"}
            .code {"{"} font: 600 2.2rem/1.2 ui-monospace, monospace; letter-spacing: .2em; direction: ltr {"}"}
            footer {"{"} color: #566570; font-size: .9rem; border-top: 1px solid #e4dfd3; padding-top: 1rem {"}"}
            </style></head>
            <body><main>{body}<footer>Kosmopolit</footer></main></body></html>
            """;
}
