using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger.Asking;

/// <summary>
/// 30, 180 and 365 days after an activity was held, everybody who was there and has a firm is asked by mail what came of it.
/// Where nobody kept a list, whoever had a seat was there.
/// </summary>
public sealed class AskResults(KosmopolitDb db, ResultTicket tickets, SiteAddress site, TimeProvider clock)
{
    /// <summary>Whoever was away for long is not asked about old stories.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(60);

    private sealed record Due(Guid Activity, Guid Member, string Email, string Language, string Title, bool IsPublic);

    /// <summary>Asks the next people who are due; false when nobody is.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        foreach (var days in LedgerAsk.Waves)
            if (await Ask(days, ct))
                return true;
        return false;
    }

    private async Task<bool> Ask(int days, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await Find(days, now, ct);
        foreach (var one in due)
        {
            var ask = new LedgerAsk(one.Activity, one.Member, days, now);
            db.Add(ask);
            db.Add(Write(one, ask, now));
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node asked at the same moment.
            db.ChangeTracker.Clear();
        }
        return due.Count > 0;
    }

    private Task<List<Due>> Find(int days, DateTimeOffset now, CancellationToken ct)
    {
        var (until, from) = (now.AddDays(-days), now.AddDays(-days) - Late);
        var asks = db.Set<LedgerAsk>();
        var held = db.Set<Activity>()
            .Where(a => a.State == ActivityState.Held || a.State == ActivityState.FollowedUp)
            .Where(a => a.History.Any(h => h.State == ActivityState.Held && h.At <= until && h.At > from));
        return db.WhoTookPart()
            .Where(s => s.MemberId != null)
            .Where(s => !asks.Any(a => a.ActivityId == s.ActivityId && a.MemberId == s.MemberId && a.Days == days))
            .Where(s => !db.Set<LedgerMailStopped>().Any(x => x.MemberId == s.MemberId))
            .Where(s => db.Set<FirmRole>().Any(r => r.MemberId == s.MemberId && r.EndedAt == null))
            .Join(held, s => s.ActivityId, a => a.Id, (s, a) => new { s.MemberId, Activity = a })
            .Join(db.Set<Member>(), x => x.MemberId, m => m.Id, (x, m) => new { x.Activity, Member = m })
            .Join(
                db.Users,
                x => x.Member.AccountId,
                a => a.Id,
                (x, a) =>
                    new
                    {
                        x.Activity,
                        x.Member,
                        Account = a,
                    }
            )
            .Where(x => x.Account.Email != null && x.Account.Email != "")
            .OrderBy(x => x.Member.Id)
            .ThenBy(x => x.Activity.Id)
            .Take(50)
            .Select(x => new Due(x.Activity.Id, x.Member.Id, x.Account.Email!, x.Account.Language, x.Activity.Title, x.Activity.IsPublic))
            .ToListAsync(ct);
    }

    private OutgoingMail Write(Due to, LedgerAsk ask, DateTimeOffset now)
    {
        var reader = ReaderLanguage.Find(to.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        return new Letter(
            reader,
            to.IsPublic ? t["What came of “{0}”?", to.Title] : t["What came of it?"],
            [
                t.Count("{0} day ago you took part in “{1}”.", "{0} days ago you took part in “{1}”.", ask.Days, to.Title),
                t["What did your firm get out of it so far? One tap is enough."],
                t["It goes into your firm’s own book, which only its people read. Others see sums of five firms and more."],
            ],
            t["No more such mails"],
            site[Links.With(tickets.StopPage(to.Member), reader)]
        )
        {
            Choices =
            [
                .. LedgerWording.Answers.Select(a =>
                    (LedgerWording.Capital(LedgerWording.Name(a, t)), site[Links.With(tickets.PathFor(ask.Id, a), reader)])
                ),
            ],
        }
            .To(to.Email, now, now.AddDays(14))
            .EndedAt(site[tickets.StopPost(to.Member)]);
    }
}
