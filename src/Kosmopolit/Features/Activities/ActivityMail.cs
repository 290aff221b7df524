using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Money;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Kosmopolit.Features.Activities;

/// <summary>What those who take part are told.</summary>
public enum ActivityLetter
{
    /// <summary>Enough would come: there is a day and a place.</summary>
    Planned,

    /// <summary>One can sign up now.</summary>
    Opened,
    Seat,
    Line,

    /// <summary>Another time or place.</summary>
    Changed,

    /// <summary>They left, or were left out: it is gone from their calendar.</summary>
    Away,
    CalledOff,

    /// <summary>Called off before there was a day.</summary>
    GivenUp,
    Reminder,

    /// <summary>Held, and no seat got free.</summary>
    Over,

    /// <summary>A series that ends before its last time.</summary>
    Ended,
}

/// <summary>The mails about an activity, each in its reader's language, with the calendar file where there is a time.</summary>
public sealed class ActivityMail(KosmopolitDb db, SiteAddress site, PostOptions post, TimeProvider clock)
{
    private sealed record Addressee(string Email, string Language, bool IsMember);

    public async Task Tell(
        Activity activity,
        IReadOnlyCollection<SignUp> people,
        ActivityLetter kind,
        CancellationToken ct,
        string why = ""
    )
    {
        if (people.Count == 0)
            return;
        var members = people.Select(p => p.MemberId).OfType<Guid>().ToList();
        var accounts = await db.Set<Member>()
            .Where(m => members.Contains(m.Id))
            .Join(
                db.Users,
                m => m.AccountId,
                a => a.Id,
                (m, a) =>
                    new
                    {
                        m.Id,
                        a.Email,
                        a.Language,
                    }
            )
            .ToDictionaryAsync(x => x.Id, ct);
        var balances = activity.IsTrip && IsOff(kind) ? await Balances(activity.Id, ct) : new Dictionary<Guid, long>();
        foreach (var one in people)
        {
            var to =
                one.MemberId is not { } id ? new Addressee(one.Email, one.Language, false)
                : accounts.TryGetValue(id, out var known) ? new Addressee(known.Email ?? "", known.Language, true)
                : null;
            if (to is { Email.Length: > 0 })
                db.Add(Write(activity, (one, balances.GetValueOrDefault(one.Person)), to, kind, why));
        }
    }

    /// <summary>Asks a visitor, by mail, whether it was they who signed up.</summary>
    public void AskToConfirm(Activity activity, SignUp row, string token)
    {
        var reader = ReaderLanguage.Find(row.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        var letter = new Letter(
            reader,
            t["Do you want to come? {0}", activity.Title],
            [
                t[
                    "Somebody signed up for “{0}” and named this address. Open the link and press the button, then the seat is yours.",
                    activity.Title
                ],
                t["Keep this mail: with its link you can also say that you do not come after all."],
                t["Was it not you? Then do nothing; it is forgotten tomorrow."],
            ],
            t["Look at it and confirm"],
            site[Links.With($"/activities/signed/{token}", reader)]
        );
        db.Add(letter.To(row.Email, clock.GetUtcNow(), clock.GetUtcNow() + SignUp.Patience));
    }

    /// <summary>Where members get mail, and in which language; whoever has no address is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Email, ReaderLanguage Language)>> Addresses(
        IReadOnlyCollection<Guid> members,
        CancellationToken ct
    )
    {
        var rows = await db.Set<Member>()
            .Where(m => members.Contains(m.Id))
            .Join(
                db.Users,
                m => m.AccountId,
                a => a.Id,
                (m, a) =>
                    new
                    {
                        m.Id,
                        a.Email,
                        a.Language,
                    }
            )
            .Where(x => x.Email != null && x.Email != "")
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => (r.Email!, ReaderLanguage.Find(r.Language) ?? ReaderLanguage.Swedish));
    }

    /// <summary>To members by their number, in words that are the same for all of them.</summary>
    /// <param name="due">When it may go out; null for at once.</param>
    public async Task Write(
        IReadOnlyCollection<Guid> members,
        Func<Texts, (string Subject, string Text)> words,
        string path,
        CancellationToken ct,
        DateTimeOffset? due = null
    )
    {
        var accounts = await db.Set<Member>()
            .Where(m => members.Contains(m.Id))
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.Email, a.Language })
            .ToListAsync(ct);
        foreach (var account in accounts.Where(a => !string.IsNullOrEmpty(a.Email)))
        {
            var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
            var t = new Texts(reader);
            var (subject, text) = words(t);
            db.Add(
                new Letter(reader, subject, [text], t["Open the page"], site[Links.With(path, reader)])
                    .To(account.Email!, clock.GetUtcNow())
                    .NotBefore(due)
            );
        }
    }

    private async Task<IReadOnlyDictionary<Guid, long>> Balances(Guid trip, CancellationToken ct)
    {
        var expenses = await db.Set<Expense>()
            .Where(e => e.ActivityId == trip)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        return CostSplit.Balances(expenses.Select(CostSplit.Outlay));
    }

    // Whoever leaves, or is left without the trip, still hears what is open between them and the others.
    private string Open(Activity trip, long balance, Addressee to, Texts t)
    {
        var page = to.IsMember ? site[Links.With($"/trips/{trip.Id}/money", t.Language)] : "";
        var sum = ActivityWording.Money(Math.Abs(balance), trip.Currency, t);
        return (balance, to.IsMember) switch
        {
            (0, _) => "",
            (> 0, _) => t["The others still owe you {0} for what you paid on this trip. Here it says who: {1}", sum, page],
            (< 0, true) => t["You still owe {0} for what others paid on this trip. Here it says to whom: {1}", sum, page],
            _ => t["You still owe {0} for what others paid on this trip. Ask the organisers to whom.", sum],
        };
    }

    private OutgoingMail Write(Activity activity, (SignUp Row, long Balance) who, Addressee to, ActivityLetter kind, string why)
    {
        var one = who.Row;
        var reader = ReaderLanguage.Find(to.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        var path = activity.Path();
        var page = site[Links.With(path, reader)];
        var now = clock.GetUtcNow();
        var next = activity.NextAfter(now);
        var when = next is { } time ? ActivityWording.When(time.StartsAt, time.EndsAt, activity.TimeZone, t) : "";
        var clockName = next is null || activity.TimeZone == "Europe/Stockholm" ? "" : ActivityWording.Clock(activity.TimeZone, t);
        var here = next is { } at ? ActivityWording.Here(at.StartsAt, activity.TimeZone, t) ?? "" : "";
        var clocks = string.Join(" · ", new[] { clockName, here }.Where(w => w.Length > 0));
        var (subject, first) = Say(activity, kind, t);
        var paid =
            kind is ActivityLetter.CalledOff or ActivityLetter.Away && one.SettledAt is not null
                ? t[
                    "Your share of {0} is noted as paid. The organisers see it on their list and pay it back; write to them if they do not.",
                    ActivityWording.Money(activity.CostMinor, activity.Currency, t)
                ]
                : "";
        var cost =
            kind == ActivityLetter.Seat && activity.CostMinor > 0
                ? t["It costs {0}. {1}", ActivityWording.Money(activity.CostMinor, activity.Currency, t), activity.PayTo]
                : "";
        var isOff = IsOff(kind) || kind is ActivityLetter.Over or ActivityLetter.Ended;
        var letter = new Letter(
            reader,
            subject,
            [
                first,
                why,
                isOff ? "" : when,
                isOff ? "" : clocks,
                isOff ? "" : activity.Place,
                isOff ? "" : activity.Link,
                cost,
                paid,
                Open(activity, who.Balance, to, t),
            ],
            t["Open the page"],
            page
        ).To(to.Email, now);
        return IsForCalendar(activity, one, kind, now)
            ? letter.With(ActivityInvitation.Write(activity, kind, page, Organizer, to.Email, now))
            : letter;
    }

    // Whoever has no seat has nothing in their calendar that could change.
    private static bool IsForCalendar(Activity activity, SignUp one, ActivityLetter kind, DateTimeOffset now) =>
        kind switch
        {
            ActivityLetter.Changed or ActivityLetter.CalledOff or ActivityLetter.Away => one.State == SignUpState.Coming
                && activity.NextAfter(now) is not null,
            ActivityLetter.Seat => activity.NextAfter(now) is not null,
            _ => kind == ActivityLetter.Ended,
        };

    private static bool IsOff(ActivityLetter kind) => kind is ActivityLetter.CalledOff or ActivityLetter.GivenUp or ActivityLetter.Away;

    /// <summary>Address that invitations come from.</summary>
    public string Organizer => MailboxAddress.TryParse(post.From, out var from) ? from.Address : "no-reply@localhost";

    internal static (string Subject, string Text) Say(Activity a, ActivityLetter kind, Texts t) =>
        kind switch
        {
            ActivityLetter.Planned => (
                t["It is planned: {0}", a.Title],
                t["Enough want to come to “{0}”: day and place are set. You hear of it when you can sign up.", a.Title]
            ),
            ActivityLetter.Over => (
                t["It is over: {0}", a.Title],
                t["“{0}” has been held. You stood on the waiting list, and no seat got free.", a.Title]
            ),
            ActivityLetter.Ended => (t["The series has ended: {0}", a.Title], t["“{0}” has ended; there are no more times.", a.Title]),
            ActivityLetter.Opened => (
                t["Sign up now: {0}", a.Title],
                t["You said that you would come to “{0}”. Now you can sign up.", a.Title]
            ),
            ActivityLetter.Seat => (t["You have a seat: {0}", a.Title], t["You take part in “{0}”.", a.Title]),
            ActivityLetter.Line => (
                t["You are on the waiting list: {0}", a.Title],
                t["All seats for “{0}” are taken. When one gets free, it is yours by your place in the line, and you hear of it.", a.Title]
            ),
            ActivityLetter.Changed => (t["New time or place: {0}", a.Title], t["Something is new about “{0}”.", a.Title]),
            ActivityLetter.Away => (t["You do not take part: {0}", a.Title], t["You are not on the list for “{0}” any more.", a.Title]),
            ActivityLetter.CalledOff => (t["Called off: {0}", a.Title], t["“{0}” does not take place. Its organisers say why:", a.Title]),
            ActivityLetter.GivenUp => (t["Nothing came of it: {0}", a.Title], t["“{0}” was given up. Its organisers say why:", a.Title]),
            _ => (t["Soon: {0}", a.Title], t["You take part in “{0}”.", a.Title]),
        };
}
