namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>
/// What somebody wrote in a reply, without what their mail program put beside it: the mail they reply to, the line that
/// introduces it in any of many languages, signatures, and where it was sent from.
/// </summary>
public static class QuotedText
{
    /// <summary>How a mail program says "wrote" at the end of the line above a quotation.</summary>
    private static readonly string[] Wrote =
    [
        "wrote",
        "skrev",
        "schrieb",
        "a écrit",
        "escribió",
        "kirjoitti",
        "написал",
        "написав",
        "كتب",
        "كتبت",
        "نوشت",
        "نوشته است",
        "yazdı",
        "şunları yazdı",
        "napisał",
        "napisał(a)",
        "ha scritto",
        "escreveu",
        "geschreven",
        "schreef",
        "napsal",
        "írta",
        "a scris",
        "έγραψε",
        "写道",
        "寫道",
        "đã viết",
        "เขียนว่า",
        "ayaa qoray",
        "kirjutas",
        "rašė",
        "rakstīja",
        "je napisao",
        "ka shkruar",
        "ጽፏል",
    ];

    /// <summary>Lines between an answer and the mail below it.</summary>
    private static readonly string[] Original =
    [
        "Original Message",
        "Ursprungligt meddelande",
        "Originalmeddelande",
        "Ursprüngliche Nachricht",
        "Message d'origine",
        "Mensaje original",
        "Alkuperäinen viesti",
        "Исходное сообщение",
        "الرسالة الأصلية",
        "پیام اصلی",
        "Orijinal Mesaj",
        "Oryginalna wiadomość",
        "Messaggio originale",
        "Mensagem original",
        "Oorspronkelijk bericht",
        "Vidarebefordrat meddelande",
        "Forwarded message",
    ];

    private static readonly string[] From =
    [
        "From:",
        "Från:",
        "Von:",
        "De :",
        "De:",
        "Lähettäjä:",
        "От:",
        "من:",
        "از:",
        "Kimden:",
        "Od:",
        "Da:",
        "Van:",
        "Fra:",
    ];

    private static readonly string[] Sent =
    [
        "Sent:",
        "Date:",
        "Skickat:",
        "Datum:",
        "Gesendet:",
        "Envoyé",
        "Enviado",
        "Lähetetty:",
        "Отправлено:",
        "Дата:",
        "تاريخ",
        "أرسلت",
        "Gönderildi:",
        "Tarih:",
        "Wysłano:",
        "Data:",
        "Inviato:",
        "Verzonden:",
        "Sendt:",
    ];

    private static readonly string[] SentFrom =
    [
        "Sent from my",
        "Skickat från min",
        "Von meinem",
        "Gesendet von",
        "Envoyé de mon",
        "Enviado desde mi",
        "Lähetetty",
        "Отправлено с",
        "أرسلت من",
        "Get Outlook for",
        "Hämta Outlook",
        "Outlook für",
        "Skickat från Outlook",
        "Sent from Outlook",
        "iPhone'umdan gönderildi",
        "Wysłane z",
    ];

    /// <summary>The words of the one who replied; empty when there are none.</summary>
    public static string Strip(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).ToList();
        var end = Enumerable.Range(0, lines.Count).FirstOrDefault(i => Ends(lines, i), lines.Count);
        // Whoever answers between the lines of the quotation keeps what stands between.
        var own = lines.Take(end).Where(l => !IsQuoted(l)).ToList();
        return string.Join('\n', own).Trim();
    }

    private static bool Ends(List<string> lines, int i)
    {
        var line = Bare(lines[i]);
        if (lines[i] is "--" or "-- " || line is "—" or "________________________________")
            return true;
        if (SentFrom.Any(s => line.StartsWith(s, StringComparison.OrdinalIgnoreCase)) && line.Length < 80)
            return true;
        if (line.StartsWith('-') && Original.Any(o => line.Contains(o, StringComparison.OrdinalIgnoreCase)))
            return true;
        return IsHeader(lines, i) || Introduces(lines, i);
    }

    // "From: … Sent: …", as Outlook puts it above.
    private static bool IsHeader(List<string> lines, int i)
    {
        var line = Bare(lines[i]).Trim('*');
        return From.Any(f => line.StartsWith(f, StringComparison.OrdinalIgnoreCase))
            && lines.Skip(i + 1).Take(4).Any(l => Sent.Any(s => Bare(l).Trim('*').StartsWith(s, StringComparison.OrdinalIgnoreCase)));
    }

    // "On 23 Nov 2026 at 09:12, Kosmopolit <…> wrote:", which programs break over up to three lines.
    private static bool Introduces(List<string> lines, int i)
    {
        if (Bare(lines[i]).Length == 0 || IsQuoted(lines[i]))
            return false;
        for (var count = 1; count <= 3 && i + count <= lines.Count; count++)
        {
            // Such a line is broken after its date; what stands alone above it is the writer's own.
            if (count > 1 && (Bare(lines[i + count - 1]).Length == 0 || !lines[i].Any(char.IsDigit)))
                return false;
            var joined = string.Join(' ', lines.Skip(i).Take(count).Select(Bare)).TrimEnd();
            if (joined.Length > 300)
                return false;
            if (!joined.EndsWith(':') && !joined.EndsWith('：'))
                continue;
            var said = joined.TrimEnd(':', '：', ' ', '\u00A0');
            // A sentence of the writer's own that ends so names neither a day nor an address.
            if (
                Wrote.Any(w =>
                    said.EndsWith(w, StringComparison.OrdinalIgnoreCase) || said.Contains($" {w} ", StringComparison.OrdinalIgnoreCase)
                )
            )
                return said.Any(char.IsDigit)
                    || said.Contains('@', StringComparison.Ordinal)
                    || said.Contains('<', StringComparison.Ordinal);
        }
        return false;
    }

    private static bool IsQuoted(string line) => Bare(line).StartsWith('>');

    // Without the marks that turn the direction of a line.
    private static string Bare(string line) =>
        line.Trim().Trim('\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069').Trim();
}
