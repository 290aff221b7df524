using System.Globalization;
using System.Security.Cryptography;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>What is written back to whoever answered by mail. Nothing of the question's words: they travel through foreign servers.</summary>
public sealed class ReplyMails(KosmopolitDb db, SiteAddress site, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("mailed-answer").ToTimeLimitedDataProtector();

    /// <summary>Null when the ticket is too old or not ours.</summary>
    public Guid? Read(string? ticket)
    {
        try
        {
            return Guid.TryParseExact(_protector.Unprotect(ticket ?? ""), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void AskToConfirm(string email, ReaderLanguage reader, PendingReply pending)
    {
        var t = new Texts(reader);
        var ticket = _protector.Protect(pending.Id.ToString("N", CultureInfo.InvariantCulture), PendingReply.Patience);
        Send(
            new Letter(
                reader,
                t["Is this answer from you?"],
                [
                    t["An answer in your name came from another address than yours. It is not shown until you say that it is from you."],
                    t["Was it not you? Then do nothing: nobody reads it, and it is gone in a week."],
                ],
                t["Look at it and answer"],
                site[Links.With($"/mailed-answer/{ticket}", reader)]
            ),
            email
        );
    }

    public void Refuse(string email, ReaderLanguage reader, Guid question, Refusal why)
    {
        var t = new Texts(reader);
        Send(
            new Letter(
                reader,
                t["Your answer by mail was not taken"],
                [t.Say(why), t["You can answer on the page of the question as well."]],
                t["Log in and answer"],
                site[Links.With($"/questions/{question}", reader)]
            ),
            email
        );
    }

    public void TellOfAttachments(string email, ReaderLanguage reader, Guid question, IReadOnlyList<string> names)
    {
        var t = new Texts(reader);
        Send(
            new Letter(
                reader,
                t["Your answer is there, without the files"],
                [
                    t["Thank you: your answer stands on the page of the question."],
                    t["Files are not kept. These were left out: {0}", string.Join(t[", "], names.Take(10))],
                ],
                t["See the question"],
                site[Links.With($"/questions/{question}", reader)]
            ),
            email
        );
    }

    /// <param name="isOld">The address was one of ours, once.</param>
    public void TellOfNoAddress(string email, bool isOld)
    {
        // Who this is we do not know: the language of the house.
        var reader = ReaderLanguage.Swedish;
        var t = new Texts(reader);
        Send(
            new Letter(
                reader,
                t["Your mail was not taken"],
                [
                    isOld
                        ? t[
                            "You wrote to an address that took answers to one question for a while. Its time is over, and your mail was not shown to anybody."
                        ]
                        : t["You wrote to an address that takes no mail. Your mail was not shown to anybody."],
                    t["Log in, and you find all questions and can answer them there."],
                ],
                t["Questions"],
                site[Links.With("/questions", reader)]
            ),
            email
        );
    }

    private void Send(Letter letter, string email) => db.Add(letter.To(email, clock.GetUtcNow(), clock.GetUtcNow().AddDays(5)));
}
