using System.Linq.Expressions;
using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>Columns of what happens in networks: memberships, lists, letters, partners, calendars.</summary>
internal static class NetworkHoldings
{
    public static readonly IReadOnlyList<Holding> All = [.. OfMembers(), .. OfThoseWhoRun()];

    private static IEnumerable<Holding> OfMembers() =>
        [
            Holdings.Row<MembershipChange>(
                "MemberId",
                w => c => c.MemberId == w.Member,
                t => t["What became of your memberships"],
                Fate.Goes
            ),
            Holdings.Row<LastVisit>("MemberId", w => v => v.MemberId == w.Member, t => t["The month of your last visit"], Fate.Goes),
            Holdings.Row<CalendarKey>("AccountId", w => k => k.AccountId == w.Account, t => t["Your calendar addresses"], Fate.Goes),
            Holdings.Row<ImportedPerson>(
                "Email",
                w => p => p.Email == w.Email && w.Email != "",
                t => t["What somebody wrote beside your address in a list"],
                Fate.Goes
            ),
            Holdings.Row<VisitorLetter>(
                "Email",
                w => l => l.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
                t => t["Letters you wrote to networks"],
                Fate.Goes
            ),
            Holdings.Row<OutgoingMail>(
                "ReplyTo",
                w => m => m.ReplyTo == w.Email && w.Email != "",
                null,
                Fate.Goes,
                t => t["A letter of yours on its way to those who run a network."]
            ),
        ];

    private static IEnumerable<Holding> OfThoseWhoRun() =>
        [
            Stays<MembershipChange>("ByAccountId", w => c => c.ByAccountId == w.Account && c.MemberId != w.Member),
            Stays<Import>("ById", w => i => i.ById == w.Account),
            Stays<VisitorLetter>("AnsweredById", w => l => l.AnsweredById == w.Account),
            Stays<Partnership>("ProposedById", w => p => p.ProposedById == w.Account),
            Stays<Partnership>("AnsweredById", w => p => p.AnsweredById == w.Account),
            Stays<Partnership>("EndedById", w => p => p.EndedById == w.Account),
            Holdings.Row<DeskMail>(
                "AccountId",
                w => m => m.AccountId == w.Account,
                null,
                Fate.Goes,
                t => t["That a mail was written on a Monday says nothing about you."]
            ),
            Holdings.Row<DeskMailStopped>("AccountId", w => m => m.AccountId == w.Account, t => t["Monday mails you ended"], Fate.Goes),
        ];

    private static Holding<T> Stays<T>(string column, Func<Whom, Expression<Func<T, bool>>> concerns)
        where T : class => Holdings.Row(column, concerns, null, Fate.Stays, Why);

    private static string Why(Texts t) => t["What you did for a network is its history; only a number is left of you."];
}
