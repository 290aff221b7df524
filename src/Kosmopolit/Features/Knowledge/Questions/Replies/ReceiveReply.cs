using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>
/// Takes a mail that came in and makes an answer of it, if it came to an address that we signed and from the member it was
/// signed for. The mail and what it leads to are stored together, so that whatever is cut off can be handed in again.
/// </summary>
public sealed class ReceiveReply(KosmopolitDb db, ReplyAddress addresses, ReplyMails mails, Atlas atlas, TimeProvider clock)
{
    public async Task<Reception> Run(IncomingMail mail, CancellationToken ct = default)
    {
        var to = mail.To.Where(addresses.IsOurs).ToList();
        if (mail.IsAutomatic || to.Count == 0)
            return Reception.Ignored;
        if (await IsKnown(mail, ct))
            return Reception.Repeated;
        var ticket = to.Select(addresses.Read).FirstOrDefault(t => t is not null);
        var ask = ticket is { } t ? await db.Set<Ask>().SingleOrDefaultAsync(a => a.Id == t.Ask, ct) : null;
        var account = ask is null ? null : await AccountOf(ask.MemberId, ct);
        if (ask is null || account?.Email is null || !ReplyAddress.IsSigned(ticket!.Value, ask))
            return await Unknown(mail, isOld: false, ct);
        if (ticket.Value.Until < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            return await Unknown(mail, isOld: true, ct);
        return await Take(mail, ask, account, ct);
    }

    private async Task<Reception> Take(IncomingMail mail, Ask ask, Account account, CancellationToken ct)
    {
        var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        if (Odd(mail) is { } odd)
        {
            mails.Refuse(account.Email!, reader, ask.QuestionId, odd);
            return await Keep(mail, Reception.Refused, ct);
        }
        var text = WithNote(mail, new Texts(reader));
        if (Account.Normalise(mail.From) != account.NormalizedEmail)
        {
            var pending = new PendingReply(ask, text, clock.GetUtcNow());
            db.Add(pending);
            mails.AskToConfirm(account.Email!, reader, pending);
            return await Keep(mail, Reception.ToConfirm, ct);
        }
        // Stored with the answer, or not at all.
        db.Add(new ReceivedMail(mail.Key, mail.From, Reception.Posted, clock.GetUtcNow()));
        if (mail.Attachments.Count > 0)
            mails.TellOfAttachments(account.Email!, reader, ask.QuestionId, mail.Attachments);
        try
        {
            var (answer, refusal) = await Post(ask, account, text, ct);
            if (answer is not null)
                return Reception.Posted;
            db.ChangeTracker.Clear();
            mails.Refuse(account.Email!, reader, ask.QuestionId, refusal!);
            return await Keep(mail, Reception.Refused, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            // The same mail came in twice at once; whatever else went wrong, the mail waits to be handed in again.
            if (!await IsKnown(mail, ct))
                throw;
            return Reception.Repeated;
        }
    }

    private Task<bool> IsKnown(IncomingMail mail, CancellationToken ct)
    {
        var key = ReceivedMail.Hash(mail.Key);
        return db.Set<ReceivedMail>().AnyAsync(m => m.Key == key, ct);
    }

    /// <summary>Writes the answer as the member who was asked.</summary>
    internal async Task<Outcome<Answer>> Post(Ask ask, Account account, string text, CancellationToken ct)
    {
        var me = await WhoAmI.Load(db, account.Id, clock.GetUtcNow());
        db.Actor = account.Id;
        return await new AnswerQuestion(db, me, atlas, clock).Run(
            ask.QuestionId,
            new AnswerInput { Text = text, Language = account.Language },
            ct
        );
    }

    internal Task<Account?> AccountOf(Guid member, CancellationToken ct) =>
        db.Set<Account>()
            .Where(a => db.Set<Member>().Any(m => m.Id == member && m.AccountId == a.Id))
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);

    private static Refusal? Odd(IncomingMail mail)
    {
        if (mail.IsTooLarge)
            return new Refusal("Your mail is larger than 5 MB. Send the words alone, without files and pictures.");
        if (PlainText.CleanLines(mail.Text).Length == 0)
            return new Refusal("We found no words of yours in your mail, only the mail you replied to.");
        return mail.Text.Length > QuestionMapping.MostText - 300
            ? new Refusal("Your mail is longer than an answer may be. Make it shorter, or answer in parts.")
            : null;
    }

    private static string WithNote(IncomingMail mail, Texts t) =>
        mail.Attachments.Count == 0
            ? mail.Text
            : $"{mail.Text}\n\n{t["(Came along by mail and was left out: {0})", string.Join(t[", "], mail.Attachments.Take(3))]}";

    // Answered once: whoever guesses addresses, or a machine that does, gets no second mail for a week.
    private async Task<Reception> Unknown(IncomingMail mail, bool isOld, CancellationToken ct)
    {
        var (sender, since) = (ReceivedMail.Hash(mail.From.ToUpperInvariant()), clock.GetUtcNow().AddDays(-7));
        var told = await db.Set<ReceivedMail>()
            .AnyAsync(m => m.Sender == sender && m.Reception == Reception.NoSuchAddress && m.At > since, ct);
        if (!told)
            mails.TellOfNoAddress(mail.From, isOld);
        return await Keep(mail, Reception.NoSuchAddress, ct);
    }

    private async Task<Reception> Keep(IncomingMail mail, Reception reception, CancellationToken ct)
    {
        db.Add(new ReceivedMail(mail.Key, mail.From, reception, clock.GetUtcNow()));
        return await db.Save(QuestionRaces.Meanwhile, ct) is null ? reception : Reception.Repeated;
    }
}
