using Kosmopolit.Features.Knowledge.Questions.Replies;
using MimeKit;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Replies;

/// <summary>Of a reply only its writer's own words are kept.</summary>
public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("Yes, after sunset.\n\nOn Mon, 23 Nov 2026 at 09:12, Kosmopolit <a@b.example> wrote:\n> Do you know this?")]
    [InlineData("Yes, after sunset.\n\nDen mån 23 nov. 2026 kl 09:12 skrev Kosmopolit <a@b.example>:\n> Vet du?")]
    [InlineData("Yes, after sunset.\n\nAm 23.11.2026 um 09:12 schrieb Kosmopolit:\n> Weisst du?")]
    [InlineData("Yes, after sunset.\n\nLe lun. 23 nov. 2026 à 09:12, Kosmopolit\n<a@b.example> a écrit :\n> Savez-vous ?")]
    [InlineData("Yes, after sunset.\n\nEl lun, 23 nov 2026 a las 9:12, Kosmopolit (<a@b.example>) escribió:\n> ¿Sabe?")]
    [InlineData("Yes, after sunset.\n\nفي الاثنين، 23 نوفمبر 2026 كتب Kosmopolit ‏<a@b.example>:\n> هل تعرف؟")]
    [InlineData("Yes, after sunset.\n\nпн, 23 нояб. 2026 г. Kosmopolit <a@b.example> написал:\n> Знаете?")]
    [InlineData("Yes, after sunset.\n\nKosmopolit <a@b.example>, 23 Kas 2026 Pzt, 09:12 tarihinde şunu yazdı:\n> Biliyor musun?")]
    [InlineData("Yes, after sunset.\n\nma 23. marrask. 2026 klo 9.12 Kosmopolit (a@b.example) kirjoitti:\n> Tiedätkö?")]
    [InlineData("Yes, after sunset.\n\npon., 23 lis 2026 o 09:12 Kosmopolit <a@b.example> napisał(a):\n> Wiesz?")]
    [InlineData("Yes, after sunset.\n-- \nKarim\n+46 70 000 00 00")]
    [InlineData("Yes, after sunset.\n\nSkickat från min iPhone\n\n> 23 nov.")]
    [InlineData("Yes, after sunset.\n\n-----Ursprungligt meddelande-----\nFrån: Kosmopolit\nSkickat: den 23 november")]
    [InlineData("Yes, after sunset.\n\nVon: Kosmopolit\nGesendet: Montag, 23. November 2026\nAn: Karim\nBetreff: Frage")]
    [InlineData("Yes, after sunset.\n\n________________________________\nFrom: Kosmopolit\nSent: Monday")]
    public void The_quotation_and_the_signature_go(string text) => Assert.Equal("Yes, after sunset.", QuotedText.Strip(text));

    [Theory]
    [InlineData("From: the harbour take the second road.\nThen ask again.")]
    [InlineData("My friend wrote:\ncome after sunset")]
    [InlineData("Two things:\n- bread\n- salt")]
    public void Words_of_ones_own_that_look_alike_stay(string text) => Assert.Equal(text, QuotedText.Strip(text));

    [Fact]
    public void Answers_between_the_lines_stay() => Assert.Equal("Yes.\nNo.", QuotedText.Strip("> May I?\nYes.\n> Must I?\nNo."));

    [Fact]
    public void A_mail_of_html_alone_becomes_text()
    {
        var message = Mail(
            "<html><head><style>p{}</style></head><body><p>Yes, <b>after</b> sunset.</p><script>x()</script><p>Ask&nbsp;him.</p><blockquote>old</blockquote></body></html>"
        );
        Assert.Equal(
            "Yes, after sunset.\nAsk him.",
            string.Join('\n', Read(message).Text.Split('\n').Select(l => l.Trim().Replace("  ", " ", StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i><font>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote><p>")]
    public void A_mail_nested_without_end_breaks_nothing(string open) =>
        Assert.Equal("", Read(Mail(string.Concat(Enumerable.Repeat(open, 100_000)) + "Yes")).Text);

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("Precedence", "bulk")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("Return-Path", "<>")]
    public void Machines_are_not_heard(string header, string value)
    {
        var message = Mail("<p>I am away</p>");
        message.Headers.Add(header, value);
        Assert.True(Read(message).IsAutomatic);
    }

    [Fact]
    public void Files_are_named()
    {
        var message = Mail("");
        var body = new BodyBuilder { TextBody = "See the file." };
        body.Attachments.Add("tariff.pdf", new byte[] { 1, 2, 3 });
        message.Body = body.ToMessageBody();
        Assert.Equal(["tariff.pdf"], Read(message).Attachments);
    }

    private static IncomingMail Read(MimeMessage message) => IncomingMail.Read(message);

    private static MimeMessage Mail(string html)
    {
        var message = new MimeMessage { Subject = "Re", Body = new BodyBuilder { HtmlBody = html }.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse("karim@example.org"));
        message.To.Add(MailboxAddress.Parse("answers@example.org"));
        return message;
    }
}
