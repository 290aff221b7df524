using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
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
        Holdings.Row<SignUp>("MemberId", w => s => s.MemberId == w.Member, t => t["What you signed up for"], Fate.Goes),
        Holdings.Row<SignUp>(
            "Email",
            w => s => s.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
            t => t["What you signed up for without signing in"],
            Fate.Goes
        ),
        Holdings.Row<Traveller>("MemberId", w => x => x.MemberId == w.Member, t => t["Your sheets for business trips"], Fate.Goes),
        Holdings.Row<Expense>("PaidById", w => e => e.PaidById == w.Member, t => t["What you paid for all on trips"], Fate.Stays, Shared),
    ];

    private static string Shared(Texts t) => t["It belongs to all who take part; only a number is left of you."];
}
