using System.Net;
using System.Text;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications.Mails;

/// <summary>
/// Puts what is due for one member into one mail. Whether they may read it is asked now, not when it happened; of what is not
/// public the mail says only that there is something to log in for.
/// </summary>
public sealed class NoticeMail(
    KosmopolitDb db,
    IEnumerable<NoticeSource> sources,
    SiteAddress site,
    NoticeMailStop stop,
    TimeProvider clock
)
{
    /// <summary>Most news in one mail; the others stand on the site.</summary>
    private const int Most = 30;

    /// <summary>Writes the mail of the next member for whom something is due; false when nothing is.</summary>
    public async Task<bool> WriteNext(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = db.Set<Notice>().Where(n => n.DueAt <= now && n.MailedAt == null);
        if (await due.OrderBy(n => n.DueAt).Select(n => (Guid?)n.MemberId).FirstOrDefaultAsync(ct) is not { } member)
            return false;
        var notices = await due.Where(n => n.MemberId == member).OrderBy(n => n.At).Take(200).ToListAsync(ct);
        var account = await db.Set<Account>()
            .Where(a => db.Set<Member>().Any(m => m.Id == member && m.AccountId == a.Id))
            .Select(a => new
            {
                a.Id,
                a.Email,
                a.Language,
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        notices.ForEach(n => n.Mailed(now));
        if (account?.Email is { Length: > 0 } email && !await db.Set<NoticeMailStopped>().AnyAsync(s => s.MemberId == member, ct))
        {
            var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
            var news = await Readable(notices, await WhoAmI.Load(db, account.Id, now), new Texts(reader), ct);
            if (news.Count > 0)
                db.Add(Write(email, member, news, reader, now));
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node wrote it, or it was read away meanwhile.
            db.ChangeTracker.Clear();
        }
        return true;
    }

    // What was read on the site already needs no mail; what they may not read any more goes.
    private async Task<List<(Notice Notice, NoticeText Text)>> Readable(List<Notice> notices, Me reader, Texts t, CancellationToken ct)
    {
        var news = new List<(Notice, NoticeText)>();
        foreach (var source in sources)
        {
            var own = notices.Where(n => n.Source == source.Key && n.ReadAt is null).ToList();
            if (own.Count == 0)
                continue;
            var seen = await source.Read(db, reader, own, t, ct);
            db.RemoveRange(own.Where(n => !seen.ContainsKey(n.Id)));
            news.AddRange(own.Where(n => seen.ContainsKey(n.Id)).Select(n => (n, seen[n.Id])));
        }
        return [.. news.OrderBy(n => n.Item1.At).Take(Most)];
    }

    private OutgoingMail Write(
        string email,
        Guid member,
        List<(Notice Notice, NoticeText Text)> news,
        ReaderLanguage reader,
        DateTimeOffset now
    )
    {
        var t = new Texts(reader);
        var subject = news is [var (_, only)]
            ? only.IsPublic
                ? $"{only.Sentence}: {only.Title}"
                : only.Sentence
            : t.Count("{0} thing is new for you", "{0} things are new for you", news.Count);
        var (text, html) = (new StringBuilder(), new StringBuilder());
        foreach (var (notice, said) in news)
            Append(
                text,
                html,
                said.IsPublic ? $"{said.Sentence}: {said.Title}" : $"{said.Sentence}. {t["Log in to read."]}",
                said.IsPublic ? t["Read it"] : t["Log in and read"],
                site[Links.With(said.IsPublic ? notice.Path : "/me/notices", reader)]
            );
        // A mail about one thing ends mails about that thing; one about several ends them all.
        var reasons = news.Select(n => n.Notice.Because).Distinct().ToList();
        var end = new MailToEnd(member, reasons is [var one] ? one : null);
        Append(text, html, t["You chose to hear of this by mail."], t["No more such mails"], site[Links.With(stop.PageFor(end), reader)]);
        Append(text, html, "", t["Choose for each thing"], site[Links.With("/me/following", reader)]);
        return new OutgoingMail(
            email,
            subject,
            text.ToString(),
            MailShell.Wrap(reader, subject, html.ToString()),
            reader.Tag,
            now,
            now.AddDays(5)
        ).EndedAt(site[stop.PostFor(end)]);
    }

    private static void Append(StringBuilder text, StringBuilder html, string words, string step, string link)
    {
        if (words.Length > 0)
            text.Append(words).Append('\n');
        text.Append(step).Append(": ").Append(link).Append("\n\n");
        html.Append("<p dir=\"auto\">")
            .Append(WebUtility.HtmlEncode(words))
            .Append(words.Length > 0 ? "<br>" : "")
            .Append("<a href=\"")
            .Append(WebUtility.HtmlEncode(link))
            .Append("\">")
            .Append(WebUtility.HtmlEncode(step))
            .Append("</a></p>");
    }
}
