using System.Linq.Expressions;
using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Groups;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Auth.Passwords;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.AspNetCore.Identity;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>
/// Every column by which a row concerns a member or an account. A test walks all tables and fails when one is missing
/// here: whoever adds a table says what becomes of it when somebody leaves.
/// </summary>
public static class Holdings
{
    /// <summary>In the order in which they are deleted and shown.</summary>
    public static readonly IReadOnlyList<Holding> All =
    [
        .. Told(),
        .. Joining(),
        .. NetworkHoldings.All,
        .. StartingUp(),
        .. GovernmentHoldings.All,
        .. KnowledgeHoldings.All,
        .. NoticeHoldings.All,
        .. QuestionHoldings.All,
        .. ActivityHoldings.All,
        .. Firms(),
        .. Account(),
    ];

    /// <summary>Columns that are nobody's to take along, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Withheld = new Dictionary<string, string>
    {
        ["Account.PasswordHash"] = "a secret",
        ["Account.SecurityStamp"] = "a secret",
        ["Account.ConcurrencyStamp"] = "machinery",
        ["AccessToken.Hash"] = "a secret",
        ["AddressChange.OldHash"] = "a secret",
        ["AddressChange.NewHash"] = "a secret",
        ["Invitation.Hash"] = "a secret",
        ["CalendarKey.Hash"] = "a secret",
        ["SignUp.Hash"] = "a secret",
        ["VisitorLetter.Hash"] = "a secret",
        ["Ask.Seed"] = "a secret",
        ["VisitorQuestion.Hash"] = "a secret",
        ["IdentityUserToken.Value"] = "a secret",
        ["LoggedEvent.Transaction"] = "machinery",
        ["OpenVote.Revision"] = "machinery",
    };

    private static IEnumerable<Holding> Told() =>
        [
            Row<Member>("Id", w => m => m.Id == w.Member, t => t["What you told about yourself"], Fate.Emptied),
            Row<MarketKnowledge>("MemberId", w => k => k.MemberId == w.Member, t => t["Countries you know"], Fate.Goes),
            Row<LanguageSkill>("MemberId", w => l => l.MemberId == w.Member, t => t["Languages you know"], Fate.Goes),
            Row<Consent>("MemberId", w => c => c.MemberId == w.Member, t => t["What you have agreed to"], Fate.Goes),
            Row<ContactShown>("MemberId", w => c => c.MemberId == w.Member, t => t["Who saw how to reach you"], Fate.Goes),
            Row<ContactShown>(
                "ViewerId",
                w => c => c.ViewerId == w.Account,
                t => t["Whose contact details you saw"],
                Fate.Stays,
                t => t["They may know that somebody looked; it no longer says who."]
            ),
        ];

    private static IEnumerable<Holding> Joining() =>
        [
            Row<Membership>(
                "MemberId",
                w => m => m.MemberId == w.Member,
                t => t["Your time in networks"],
                Fate.Stays,
                t => t["So that figures of earlier years stay right: from when to when somebody was a member, no longer who."]
            ),
            Row<JoinRequest>("MemberId", w => r => r.MemberId == w.Member, t => t["Your requests to join"], Fate.Goes),
            Row<JoinRequest>(
                "DecidedById",
                w => r => r.DecidedById == w.Account && r.MemberId != w.Member,
                null,
                Fate.Stays,
                t => t["What you decided about others is theirs."]
            ),
            Row<Invitation>("InvitedById", w => i => i.InvitedById == w.Account, t => t["Invitations you made"], Fate.Goes),
            Row<Invitation>(
                "UsedByMemberId",
                w => i => i.UsedByMemberId == w.Member && i.InvitedById != w.Account,
                t => t["The invitation you came with"],
                Fate.Stays,
                t => t["It is the network’s record that an invitation was used; it no longer says by whom."]
            ),
            Row<Invitation>("Email", w => i => i.Email == w.Email && w.Email != "", t => t["Invitations to your address"], Fate.Goes),
        ];

    private static IEnumerable<Holding> Firms() =>
        [
            Row<FirmRole>(
                "MemberId",
                w => r => r.MemberId == w.Member,
                t => t["Your parts in firms"],
                Fate.Stays,
                t => t["So that figures of earlier years stay right: that a firm had somebody in this part, no longer who."]
            ),
            Row<FirmRequest>("MemberId", w => r => r.MemberId == w.Member, t => t["Questions between you and firms"], Fate.Goes),
            Row<FirmRequest>(
                "AskedById",
                w => r => r.AskedById == w.Member,
                t => t["What you asked others in the name of a firm"],
                Fate.Goes
            ),
            Row<FirmRequest>(
                "DecidedById",
                w => r => r.DecidedById == w.Member && r.MemberId != w.Member && r.AskedById != w.Member,
                null,
                Fate.Stays,
                t => t["What you decided about others is theirs."]
            ),
            Row<Firm>(
                "Id",
                w => f => w.Firms.Contains(f.Id),
                t => t["Your firms"],
                Fate.Stays,
                t => t["A firm with others in it is theirs too. A firm in which you are alone is closed and its words are erased."]
            ),
            Row<ExportMarket>(
                "FirmId",
                w => e => w.Firms.Contains(e.FirmId),
                t => t["Where your firms sell"],
                Fate.Stays,
                t => t["It belongs to the firm."]
            ),
            Row<ExportStatusChange>(
                "FirmId",
                w => c => w.Firms.Contains(c.FirmId),
                t => t["How far your firms had come abroad"],
                Fate.Stays,
                t => t["It belongs to the firm."]
            ),
            Row<ExportStatusChange>("ById", w => c => c.ById == w.Member, t => t["What you said about firms’ way abroad"], Fate.Emptied),
        ];

    private static IEnumerable<Holding> StartingUp() =>
        [
            Row<Interest>("AccountId", w => i => i.AccountId == w.Account, t => t["Networks you would join"], Fate.Goes),
            Row<Invitee>(
                "AccountId",
                w => i => i.AccountId == w.Account,
                t => t["Meetings you were invited to, and your answers"],
                Fate.Goes
            ),
            Row<GroupPlace>("MemberId", w => p => p.MemberId == w.Member, t => t["Working groups you were in"], Fate.Goes),
            Row<Elected>("MemberId", w => e => e.MemberId == w.Member, t => t["Your election"], Fate.Stays, Office),
            Row<Elected>("AccountId", w => e => e.AccountId == w.Account && e.MemberId != w.Member, null, Fate.Stays, Office),
            Row<CharterVersion>("ById", w => c => c.ById == w.Account, t => t["Statutes that you wrote down"], Fate.Stays, History),
            Row<HandoverRecord>(
                "ByAccountId",
                w => h => h.ByAccountId == w.Account,
                t => t["Networks you handed over"],
                Fate.Stays,
                History
            ),
            Row<BrokenGlass>(
                "AccountId",
                w => g => g.AccountId == w.Account,
                t => t["Rights you took in an emergency"],
                Fate.Stays,
                Office
            ),
            Row<PowerUse>(
                "AccountId",
                w => u => u.AccountId == w.Account,
                t => t["What you did as a guest or in an emergency"],
                Fate.Stays,
                Office
            ),
        ];

    private static string Office(Texts t) =>
        t["Who held which power from when to when must stay answerable; only a number is left of the holder."];

    private static string History(Texts t) => t["It is the network’s history; only a number is left of the writer."];

    private static IEnumerable<Holding> Account() =>
        [
            Row<Account>("Id", w => a => a.Id == w.Account, t => t["Your account"], Fate.Emptied),
            Row<AccessToken>("AccountId", w => x => x.AccountId == w.Account, t => t["Access for programs"], Fate.Goes),
            Row<Session>("AccountId", w => s => s.AccountId == w.Account, t => t["Where you are signed in"], Fate.Goes),
            Row<Passkey>("UserId", w => p => p.UserId == w.Account, t => t["Passkeys"], Fate.Goes),
            Row<AddressChange>("AccountId", w => c => c.AccountId == w.Account, t => t["Your address"], Fate.Goes),
            Row<PasswordTry>(
                "NormalizedEmail",
                w => x => x.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
                null,
                Fate.Goes,
                t => t["A wrong password is counted for a day and says nothing about you."]
            ),
            Row<IdentityUserLogin<Guid>>("UserId", w => l => l.UserId == w.Account, t => t["Other ways you sign in"], Fate.Goes),
            Row<IdentityUserClaim<Guid>>("UserId", w => c => c.UserId == w.Account, t => t["Other ways you sign in"], Fate.Goes),
            Row<IdentityUserToken<Guid>>("UserId", w => x => x.UserId == w.Account, t => t["Other ways you sign in"], Fate.Goes),
            Row<SignInCode>(
                "NormalizedEmail",
                w => c => c.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
                null,
                Fate.Goes,
                t => t["A code lives ten minutes and cannot be read back."]
            ),
            Row<OutgoingMail>("To", w => m => m.To == w.Email && w.Email != "", t => t["Mails to you"], Fate.Goes),
            Row<Mandate>("AccountId", w => m => m.AccountId == w.Account, t => t["Your offices"], Fate.Stays, Office),
            Row<StageChange>(
                "ByAccountId",
                w => c => c.ByAccountId == w.Account,
                t => t["Steps of networks that you wrote down"],
                Fate.Stays,
                History
            ),
            Row<LoggedEvent>(
                "ActorId",
                w => e => e.ActorId == w.Account,
                t => t["What you did, as the log has it"],
                Fate.Stays,
                t => t["The log holds numbers and codes, no words; the number no longer leads to you."]
            ),
        ];

    internal static Holding<T> Row<T>(
        string column,
        Func<Whom, Expression<Func<T, bool>>> concerns,
        Func<Texts, string>? said,
        Fate fate,
        Func<Texts, string>? why = null
    )
        where T : class => new(column, concerns, said, fate, why);
}
