using System.Text.RegularExpressions;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Architecture;

/// <summary>
/// Whoever reads people, firms or networks says for whom: <c>VisibleTo(me)</c>, <c>Own(me)</c> or, for those who run a
/// network, <c>AsApplicants()</c> or <c>RunBy(me, network)</c> stands in the same statement.
/// </summary>
public sealed partial class UnscopedReadTests
{
    /// <summary>Places that read without a reader, and why that shows nobody anything.</summary>
    private static readonly Dictionary<string, string> Reviewed = new()
    {
        ["src/Kosmopolit/Features/Members/WhoAmI.cs"] = "reads the reader's own row",
        ["src/Kosmopolit/Features/Regions/NetworkFigures.cs"] = "sizes of networks, held back below five",
        ["src/Kosmopolit/Features/Members/People/PersonSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Members/Firms/MyFirm.cs"] = "loads only firms in which the reader has a part",
        ["src/Kosmopolit/Features/Members/Firms/KnownNumbers.cs"] = "tells whether a number is taken, never by whom",
        ["src/Kosmopolit/Features/Members/Firms/Colleagues/DecideFirmRequest.cs"] = "checks the reader's say; shows nothing",
        ["src/Kosmopolit/Features/Members/Firms/Colleagues/FirmQuestions.cs"] = "names those who ask to those they ask",
        ["src/Kosmopolit/Features/Members/Firms/FirmSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Networks/NetworkSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Members/People/PersonView.cs"] = "reads the lists of those who are seen, through the same sight",
        ["src/Kosmopolit/Features/Members/Joining/DecideRequest.cs"] = "loads the one applicant about whom somebody entitled decides",
        ["src/Kosmopolit/Features/Members/SelfGovernment/GovernmentAccess.cs"] = "asks whether the reader was a member to the end",
        ["src/Kosmopolit/Features/Members/SelfGovernment/GovernmentMail.cs"] = "writes to all members; nobody is shown to anybody",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Ballots/ElectoralRoll.cs"] =
            "writes the roll; names on it are read for the reader",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Ballots/VotePage.razor"] = "asks whether the reader has left",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Offices/GiveOffice.cs"] = "finds the account of who was elected",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Succession/Decisions.cs"] = "loads the one member about whom the members decided",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Removals/RemoveMember.cs"] =
            "ends the membership of the one whom two people in office removed",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Succession/EndNetwork.cs"] =
            "moves or ends every membership of a network that its members ended",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Succession/Reminders.cs"] = "runs for nobody: writes to members of each network",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Succession/Warnings.cs"] = "when anybody last did something, never who",
        ["src/Kosmopolit/Features/Members/SelfGovernment/Succession/WakeUp.cs"] = "counts members and callers",
        ["src/Kosmopolit/Features/Members/StartUp/Answers/Attendees.cs"] = "names by consent and audience, chosen inside the query",
        ["src/Kosmopolit/Features/Members/StartUp/Answers/MeetingMail.cs"] = "invites every member by mail; shows nobody",
        ["src/Kosmopolit/Features/Members/StartUp/Founding/RecordElection.cs"] =
            "loads the one person chosen among those who show themselves",
        ["src/Kosmopolit/Features/Members/StartUp/Handover/HandoverPage.razor"] = "a count, held back below five",
        ["src/Kosmopolit/Features/Members/StartUp/Powers/MembersMail.cs"] = "tells every member by mail; shows nobody",
        ["src/Kosmopolit/Features/Members/StartUp/Powers/InviteGuest.cs"] = "checks whether somebody is a member; shows nobody",
        ["src/Kosmopolit/Features/Members/StartUp/Skills/SkillsMap.cs"] =
            "counts with their audience in the same query, held back below five",
        ["src/Kosmopolit/Features/Members/Leaving/SuspendMember.cs"] = "checks whether the member holds an office; shows nothing",
        ["src/Kosmopolit/Features/Members/Leaving/StandingMail.cs"] = "writes to the member about themselves",
        ["src/Kosmopolit/Features/Members/Renewal/Stay.cs"] = "the membership a signed link or its own holder names",
        ["src/Kosmopolit/Features/Members/Renewal/StayByLinkPage.razor"] = "the membership a signed link names; no person is shown",
        ["src/Kosmopolit/Features/Members/Renewal/MembershipClock.cs"] = "what time does to memberships; writes to their holders alone",
        ["src/Kosmopolit/Features/Members/Desk/Monday/MondayMail.cs"] = "networks together with those who run them, to write to those",
        ["src/Kosmopolit/Features/Knowledge/Articles/ArticleReading.cs"] =
            "asks whether whoever stands for something is still a member, never who",
        ["src/Kosmopolit/Features/Knowledge/Questions/Answers/StillReading.cs"] =
            "asks whether whoever answered is still in the circle, never who",
        ["src/Kosmopolit/Features/Knowledge/Questions/Replies/ReceiveReply.cs"] =
            "finds the account of the one member an address was signed for",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/AskMail.cs"] = "writes to whoever was asked",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/AskOne.cs"] = "heeds a member's own limits; shows nothing",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/DeskAsks.cs"] = "a figure about all members, held back below five",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/Neighbours.cs"] = "where networks lie is public; names none",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/RouteLetters.cs"] = "finds who supports the asker's own network",
        ["src/Kosmopolit/Features/Knowledge/Questions/Routing/RouteQuestion.cs"] = "finds the asker's own account",
        ["src/Kosmopolit/Features/Knowledge/Questions/Outcomes/AskWhatHappened.cs"] = "writes to the asker about their own question",
        ["src/Kosmopolit/Features/Activities/ActivityMail.cs"] = "writes to those who signed up, about what they signed up for",
        ["src/Kosmopolit/Features/Activities/Ledger/Asking/AskResults.cs"] = "writes to those who were there, about that",
        ["src/Kosmopolit/Features/Activities/Ledger/LedgerAccess.cs"] = "asks whether the reader has a part in the firm",
        ["src/Kosmopolit/Features/Activities/Ledger/Figures/LedgerFigures.cs"] = "sums of firms, held back below five",
        ["src/Kosmopolit/Features/Activities/Organising/Carriers.cs"] = "asks whether organisers belong to its networks; shows nobody",
        ["src/Kosmopolit/Features/Activities/Organising/CarryActivity.cs"] = "whom to write to; nobody is shown",
        ["src/Kosmopolit/Features/Activities/Organising/OrphanedActivities.cs"] = "whom to write to; nobody is shown",
        ["src/Kosmopolit/Features/Activities/Trips/Hosts/AskingTurn.cs"] = "waits for its turn to ask a member; reads nothing",
        ["src/Kosmopolit/Features/Activities/Trips/Money/TripCosts.cs"] = "tells members from visitors whose sign-up is gone, never who",
        ["src/Kosmopolit/Features/Notifications/NoticeKeeper.cs"] = "whom to tell; each is asked for what they may read themselves",
        ["src/Kosmopolit/Features/Notifications/Mails/NoticeMail.cs"] = "writes to the member what they may read themselves",
        ["src/Kosmopolit/Features/Trust/Leaving/FirmsLeft.cs"] = "firms in which the reader has a part, as they leave them",
        ["src/Kosmopolit/Features/Search/Facts/FactsFinder.cs"] = "firms as a filter, with their audience in the same query",
    };

    private static readonly string[] Scopes = ["VisibleTo(", ".Own(", ".AsApplicants(", ".RunBy("];

    [Fact]
    public void Every_read_is_for_somebody() =>
        Found.Nothing(SourceTree.Product.Where(f => !Reviewed.ContainsKey(f.Path)).SelectMany(Unscoped));

    [Fact]
    public void Reviewed_places_still_read_without_a_reader() =>
        Found.Nothing(Reviewed.Keys.Where(path => !Unscoped(SourceTree.Read(path)).Any()));

    [Theory]
    [InlineData("var all = await db.Members.ToListAsync(ct);", true)]
    [InlineData("var all = await db.Set<Firm>()\n    .Where(f => f.Slug == slug)\n    .ToListAsync(ct);", true)]
    [InlineData("var all = await db.Members.VisibleTo(me).ToListAsync(ct);", false)]
    [InlineData("var near = db.Firms.VisibleTo(db.Memberships, me);", false)]
    [InlineData("var me = await db.Members.Own(me).SingleAsync(ct);", false)]
    [InlineData("db.Members.Add(member);", false)]
    public void A_read_without_a_reader_is_noticed(string code, bool noticed) =>
        Assert.Equal(noticed, Unscoped(new SourceFile("planted.cs", code)).Any());

    private static IEnumerable<string> Unscoped(SourceFile file)
    {
        if (!file.IsCSharp && !file.IsRazor)
            yield break;
        var code = file.Code;
        foreach (Match read in Reads().Matches(code))
        {
            var end = code.IndexOf(';', read.Index);
            var statement = code[read.Index..(end < 0 ? code.Length : end)];
            var isNameOfTable = statement == read.Value && code[..read.Index].EndsWith("=> ", StringComparison.Ordinal);
            if (!isNameOfTable && !Scopes.Any(s => statement.Contains(s, StringComparison.Ordinal)))
                yield return $"{file}:{file.LineOf(read.Index)}: {read.Value}";
        }
    }

    [GeneratedRegex(
        @"\b[dD]b\s*\.\s*((Members|Firms|Networks|Memberships|MarketKnowledge)\b|Set<(Member|Firm|Network|Membership|MarketKnowledge|LanguageSkill|FirmRole|ExportMarket)>\(\))(?!\s*\.\s*Add)(?!\s*,)"
    )]
    private static partial Regex Reads();
}
