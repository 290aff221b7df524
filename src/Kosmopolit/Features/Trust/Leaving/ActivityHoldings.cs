using System.Linq.Expressions;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>
/// What is kept of somebody who took part in activities. Ideas and costs belong to all who shared them and stay without the
/// name; what concerns nobody else goes, and a seat that gets free goes to whoever waits.
/// </summary>
internal static class ActivityHoldings
{
    public static readonly IReadOnlyList<Holding> All =
    [
        Holdings.Row<Activity>("ProposerId", w => a => a.ProposerId == w.Member, t => t["Activities you proposed"], Fate.Stays, Shared),
        Holdings.Row<Organiser>("MemberId", w => o => o.MemberId == w.Member, t => t["Activities you organised"], Fate.Stays, Shared),
        Holdings.Row<ActivityChange>("ById", w => c => c.ById == w.Member, null, Fate.Stays, Shared),
        Holdings.Row<Duty>("TakenById", w => d => d.TakenById == w.Member, t => t["Roles and tasks"], Fate.Stays, Shared),
        Holdings.Row<ActivityRemark>("AuthorId", w => r => r.AuthorId == w.Member, t => t["What you said about activities"], Fate.Goes),
        Holdings.Row<BroughtCalendar>("ById", w => c => c.ById == w.Member, t => t["A calendar file you are looking at"], Fate.Goes),
        Holdings.Row<Photo>("ById", w => p => p.ById == w.Member, t => t["Pictures you brought from activities"], Fate.Goes),
        Holdings.Row<SignUp>("MemberId", w => s => s.MemberId == w.Member, t => t["What you signed up for"], Fate.Goes),
        Holdings.Row<SignUp>(
            "Email",
            w => s => s.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
            t => t["What you signed up for without signing in"],
            Fate.Goes
        ),
        // Before the sheets by which they are known.
        Holdings.Row<ToldMeeting>(
            "TravellerId",
            w => m => w.Travels.Contains(m.TravellerId),
            t => t["Your meetings on trips, as you were told of them"],
            Fate.Goes
        ),
        Holdings.Row<MeetingWish>(
            "TravellerId",
            w => x => w.Travels.Contains(x.TravellerId),
            t => t["Whom you were to meet on trips, and who wanted it"],
            Fate.Goes
        ),
        Holdings.Row<FreeHours>(
            "TravellerId",
            w => h => w.Travels.Contains(h.TravellerId),
            t => t["When you had time for meetings on trips"],
            Fate.Goes
        ),
        Holdings.Row<Traveller>("MemberId", w => x => x.MemberId == w.Member, t => t["Your sheets for business trips"], Fate.Goes),
        Holdings.Row<Expense>(
            "PaidById",
            w => e => e.PaidById == w.Member,
            t => t["What you paid for others on trips"],
            Fate.Stays,
            Shared
        ),
        Holdings.Row<Expense>("Sharers", PaidFor, t => t["What others paid for you on trips"], Fate.Stays, Shared),
        Holdings.Row<Bed>("MemberId", w => b => b.MemberId == w.Member, t => t["Where you slept on trips"], Fate.Goes),
        Holdings.Row<RideSeat>("MemberId", w => s => s.MemberId == w.Member, t => t["Your seats in cars and flights of trips"], Fate.Goes),
        Holdings.Row<TripHost>("MemberId", w => h => h.MemberId == w.Member, t => t["Trips that asked you to be their host"], Fate.Goes),
        Holdings.Row<TripHost>("AskedById", w => h => h.AskedById == w.Member, null, Fate.Stays, Shared),
        Holdings.Row<EmergencyNumbers>(
            "ById",
            w => n => n.ById == w.Member,
            t => t["Emergency numbers that you wrote down for trips"],
            Fate.Stays,
            Shared
        ),
        Holdings.Row<Lesson>("MemberId", w => l => l.MemberId == w.Member, t => t["What you said after trips"], Fate.Goes),
        Holdings.Row<LedgerEntry>("ById", w => e => e.ById == w.Member, t => t["What you wrote in your firm’s book"], Fate.Stays, Firms),
        Holdings.Row<LedgerVersion>("ById", w => v => v.ById == w.Member, t => t["What you wrote in your firm’s book"], Fate.Stays, Firms),
        Holdings.Row<LedgerAsk>(
            "MemberId",
            w => a => a.MemberId == w.Member,
            t => t["When you were asked what came of activities"],
            Fate.Stays,
            t => t["So that figures of earlier years stay right: that somebody was asked and answered, no longer who."]
        ),
        Holdings.Row<LedgerMailStopped>(
            "MemberId",
            w => s => s.MemberId == w.Member,
            t => t["That you stopped mails that ask what came of it"],
            Fate.Goes
        ),
    ];

    // Whoever paid and has a share finds it among what they paid.
    private static Expression<Func<Expense, bool>> PaidFor(Whom whom)
    {
        var member = whom.Member ?? Guid.Empty;
        return e => e.PaidById != member && e.Sharers.Contains(member);
    }

    private static string Firms(Texts t) =>
        t["The book belongs to the firm; only a number is left of you. If the firm ends with you, the book goes, too."];

    private static string Shared(Texts t) => t["It belongs to all who take part; only a number is left of you."];
}
