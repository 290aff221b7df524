using System.Net;
using System.Text;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Desk.Monday;

/// <summary>Writes the desk to those who run a network, on Monday at seven by the wall clock, once each.</summary>
public sealed class MondayMail(KosmopolitDb db, CoordinatorDesk desk, SiteAddress site, DeskMailStop stop, TimeProvider clock)
{
    private static readonly TimeOnly Seven = new(7, 0);

    /// <summary>A mail that could not be written on Monday comes until Wednesday; later the next one is near.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(2);

    /// <summary>Writes the next mail that is due; false when none is.</summary>
    public async Task<bool> WriteNext(CancellationToken ct) => MondayOf(clock.GetUtcNow()) is { } monday && await Write(monday, ct);

    /// <summary>Writes the next mail of a week, whatever the hour; false when everybody has theirs.</summary>
    internal async Task<bool> Write(DateOnly monday, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = await Due(monday, now).FirstOrDefaultAsync(ct);
        if (next is null)
            return false;
        var reader = ReaderLanguage.Find(next.Language) ?? ReaderLanguage.Swedish;
        var me = await WhoAmI.Load(db, next.Account, now);
        var piles =
            me.CanRun(next.Network) && !next.IsStopped ? await desk.Lay(new DeskVisit(next.Network, me, now, new Texts(reader)), ct) : [];
        var rows = piles.Sum(p => p.Rows.Count);
        db.Add(new DeskMail(next.Account, next.Network.Id, monday, rows, now));
        if (rows > 0)
            db.Add(Write(next, piles, reader, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node wrote it at the same moment.
            db.ChangeTracker.Clear();
        }
        return true;
    }

    /// <summary>The Monday whose mail is due at this moment, or null.</summary>
    public static DateOnly? MondayOf(DateTimeOffset now)
    {
        var monday = WeekOf(now);
        var at = SwedishTime.Leniently(monday, Seven);
        return now >= at && now < at + Late ? monday : null;
    }

    /// <summary>The Monday with which this week began, by Swedish clocks.</summary>
    internal static DateOnly WeekOf(DateTimeOffset now)
    {
        var today = SwedishTime.Today(now);
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
    }

    private IQueryable<DeskReader> Due(DateOnly monday, DateTimeOffset now) =>
        db.Set<Mandate>()
            .Where(m => (m.Role == Role.Coordinator || m.Role == Role.Facilitator) && m.From <= now && (m.Until == null || m.Until > now))
            .Join(
                db.Set<Network>().Where(n => n.Stage != Stage.Closed && n.Stage != Stage.Abandoned),
                m => m.Scope,
                n => n.Id,
                (m, n) => new { m.AccountId, Network = n }
            )
            .Where(x => !db.Set<DeskMail>().Any(d => d.AccountId == x.AccountId && d.NetworkId == x.Network.Id && d.Monday == monday))
            .Join(
                db.Users,
                x => x.AccountId,
                a => a.Id,
                (x, a) =>
                    new DeskReader
                    {
                        Account = a.Id,
                        Email = a.Email!,
                        Language = a.Language,
                        Network = x.Network,
                        IsStopped = db.Set<DeskMailStopped>().Any(s => s.AccountId == a.Id && s.NetworkId == x.Network.Id),
                    }
            )
            .OrderBy(x => x.Account)
            .AsNoTracking();

    private OutgoingMail Write(DeskReader to, IReadOnlyList<DeskPile> piles, ReaderLanguage reader, DateTimeOffset now)
    {
        var t = new Texts(reader);
        var subject = t["This week in {0}", to.Network.Name];
        var (text, html) = (new StringBuilder(), new StringBuilder());
        foreach (var pile in piles)
        {
            text.Append(pile.Heading.ToUpper(reader.Culture)).Append("\n\n");
            html.Append("<h2>").Append(WebUtility.HtmlEncode(pile.Heading)).Append("</h2>");
            foreach (var row in pile.Rows)
                Append(text, html, row.Text, row.Step, site[Links.With(row.Path, reader)]);
        }
        Append(text, html, t["Everything in one place:"], t["The desk"], site[Links.With($"/networks/{to.Network.Slug}/desk", reader)]);
        Append(
            text,
            html,
            t["You get this because you run the network."],
            t["No more Monday mails"],
            site[Links.With(stop.PageFor(to.Account, to.Network.Id), reader)]
        );
        return new OutgoingMail(
            to.Email,
            subject,
            text.ToString(),
            MailShell.Wrap(reader, subject, html.ToString()),
            reader.Tag,
            now,
            now.AddDays(5)
        ).EndedAt(site[stop.PostFor(to.Account, to.Network.Id)]);
    }

    private static void Append(StringBuilder text, StringBuilder html, string words, string step, string link)
    {
        text.Append(words).Append('\n').Append(step).Append(": ").Append(link).Append("\n\n");
        html.Append("<p dir=\"auto\">")
            .Append(WebUtility.HtmlEncode(words))
            .Append("<br><a href=\"")
            .Append(WebUtility.HtmlEncode(link))
            .Append("\">")
            .Append(WebUtility.HtmlEncode(step))
            .Append("</a></p>");
    }

    private sealed class DeskReader
    {
        public required Guid Account { get; init; }

        public required string Email { get; init; }

        public required string Language { get; init; }

        public required Network Network { get; init; }

        public bool IsStopped { get; init; }
    }
}
