using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>
/// Every column that can name a person is known to the ones who leave: whether its rows are taken along and what erasing
/// does to them. Whoever adds a table answers both, or this fails.
/// </summary>
public sealed class HoldingsTests
{
    private static readonly IReadOnlyList<IEntityType> Tables = [.. new SqliteDesignTime().CreateDbContext([]).Model.GetEntityTypes()];

    /// <summary>Columns that hold the number of something else than a person, and of what.</summary>
    private static readonly Dictionary<string, string> NobodysNumber = new()
    {
        ["Membership.NetworkId"] = "a network",
        ["MembershipChange.MembershipId"] = "a membership",
        ["RenewalReminder.MembershipId"] = "a membership",
        ["Import.NetworkId"] = "a network",
        ["ImportedPerson.ImportId"] = "an import",
        ["ImportedPerson.NetworkId"] = "a network",
        ["ImportedPerson.InvitationId"] = "an invitation",
        ["ImportedPerson.MailId"] = "a mail",
        ["DeskMail.NetworkId"] = "a network",
        ["DeskMailStopped.NetworkId"] = "a network",
        ["PartnerOffice.OrganisationId"] = "an organisation",
        ["Partnership.NetworkId"] = "a network",
        ["Partnership.OrganisationId"] = "an organisation",
        ["Partnership.OfficeId"] = "an office",
        ["VisitorLetter.NetworkId"] = "a network",
        ["VisitorLetter.NormalizedEmail"] = "the address once more; gone with it",
        ["JoinRequest.NetworkId"] = "a network",
        ["JoinRequest.InvitationId"] = "an invitation",
        ["Invitation.NetworkId"] = "a network",
        ["Mandate.Scope"] = "a network or organisation",
        ["NetworkMunicipality.NetworkId"] = "a network",
        ["StageChange.NetworkId"] = "a network",
        ["Interest.NetworkId"] = "a network",
        ["Meeting.NetworkId"] = "a network",
        ["Agenda.MeetingId"] = "a meeting",
        ["Invitee.MeetingId"] = "a meeting",
        ["MeetingDecision.MeetingId"] = "a meeting",
        ["MeetingDecision.NetworkId"] = "a network",
        ["MeetingTask.MeetingId"] = "a meeting",
        ["MeetingTask.NetworkId"] = "a network",
        ["WorkingGroup.NetworkId"] = "a network",
        ["GroupPlace.GroupId"] = "a group",
        ["CharterVersion.NetworkId"] = "a network",
        ["CharterVersion.MeetingId"] = "a meeting",
        ["Elected.NetworkId"] = "a network",
        ["Elected.MeetingId"] = "a meeting",
        ["HandoverRecord.NetworkId"] = "a network",
        ["HandoverRecord.CharterId"] = "statutes",
        ["PowerUse.NetworkId"] = "a network",
        ["BrokenGlass.NetworkId"] = "a network",
        ["BrokenGlass.MandateId"] = "the mandate of a row that is known by its holder",
        ["FirmRole.FirmId"] = "the firm of a part that is known by its member",
        ["FirmRequest.FirmId"] = "the firm of a question that is known by its people",
        ["VotingRules.NetworkId"] = "a network",
        ["Proposal.NetworkId"] = "a network",
        ["Proposal.Matter.SuccessorId"] = "a network",
        ["Proposal.Matter.CharterId"] = "statutes",
        ["Ballot.NetworkId"] = "a network",
        ["Removal.NetworkId"] = "a network",
        ["Dissolution.NetworkId"] = "a network",
        ["Dissolution.SuccessorId"] = "a network",
        ["WakeUpCall.NetworkId"] = "a network",
        ["MemberNotice.NetworkId"] = "a network",
        ["ProposalVersion.ProposalId"] = "a proposal",
        ["ProposalSupport.ProposalId"] = "a proposal",
        ["Remark.ProposalId"] = "a proposal",
        ["Candidate.ProposalId"] = "a proposal",
        ["Ballot.ProposalId"] = "a proposal",
        ["Removal.AppealId"] = "a proposal",
        ["Dissolution.ProposalId"] = "a proposal",
        ["Remark.AnswersId"] = "a remark",
        ["RemarkVersion.RemarkId"] = "a remark",
        ["BallotOption.BallotId"] = "a ballot",
        ["RollEntry.BallotId"] = "a ballot",
        ["OpenVote.BallotId"] = "a ballot",
        ["Urn.BallotId"] = "a ballot",
        ["CountedVote.BallotId"] = "a ballot",
        ["PaperSheet.BallotId"] = "a ballot",
        ["BallotOption.CandidateId"] = "a candidate, who is known by their member",
        ["Urn.Stamp"] = "random, against two writes at once",
        ["RemovalStep.RemovalId"] = "a removal",
        ["Article.ImportId"] = "an import",
        ["Article.OriginalId"] = "a text",
        ["Article.SuccessorId"] = "a text",
        ["ArticleStep.ArticleId"] = "a text",
        ["ArticleStep.SuccessorId"] = "a text",
        ["ArticleVersion.ArticleId"] = "a text",
        ["Article.AnswerId"] = "an answer, which is known by its writer",
        ["PictureFile.PictureId"] = "a picture",
        ["PictureUse.PictureId"] = "a picture",
        ["PictureUse.ArticleId"] = "a text",
        ["Claim.ArticleId"] = "a text",
        ["Claim.SuccessorId"] = "a claim",
        ["Voice.ClaimId"] = "a claim",
        ["MoveAnswer.DissolutionId"] = "the end of a network",
        ["Question.NetworkId"] = "a network",
        ["QuestionChange.QuestionId"] = "a question",
        ["Answer.QuestionId"] = "a question",
        ["AnswerVersion.AnswerId"] = "an answer",
        ["ArticleVersion.AnswerId"] = "an answer, which is known by its writer",
        ["AnswerRelease.AnswerId"] = "an answer, which is known by its writer",
        ["Acceptance.QuestionId"] = "a question",
        ["Acceptance.AnswerId"] = "an answer",
        ["Thanks.AnswerId"] = "an answer",
        ["Comment.QuestionId"] = "a question",
        ["Comment.AnswerId"] = "an answer",
        ["FollowUp.QuestionId"] = "a question",
        ["Ask.QuestionId"] = "a question",
        ["QuestionRoute.QuestionId"] = "a question",
        ["PendingReply.AskId"] = "an ask that is known by its member",
        ["PendingReply.QuestionId"] = "a question",
        ["VisitorQuestion.QuestionId"] = "a question that is everyone's",
        ["VisitorQuestion.NormalizedEmail"] = "the address once more; gone with it",
        ["Notice.SubjectId"] = "a row that its source knows, such as a question",
        ["Activity.NetworkId"] = "a network",
        ["Activity.CopyOfId"] = "an activity",
        ["ActivityChange.ActivityId"] = "an activity",
        ["Organiser.ActivityId"] = "an activity",
        ["HostRequest.ActivityId"] = "an activity",
        ["HostRequest.NetworkId"] = "a network",
        ["CoHost.ActivityId"] = "an activity",
        ["CoHost.NetworkId"] = "a network",
        ["CoHost.OrganisationId"] = "an organisation",
        ["ExceptedDay.ActivityId"] = "an activity",
        ["Duty.ActivityId"] = "an activity",
        ["ActivityRemark.ActivityId"] = "an activity",
        ["BroughtCalendar.NetworkId"] = "a network",
        ["BroughtEvent.ActivityId"] = "an activity",
        ["BroughtEvent.NetworkId"] = "a network",
        ["Photo.ActivityId"] = "an activity",
        ["PhotoFile.PhotoId"] = "a photo",
        ["SignUp.ActivityId"] = "an activity",
        ["SignUp.NormalizedEmail"] = "the address once more; gone with it",
        ["TripSheet.ActivityId"] = "a trip",
        ["TripStop.ActivityId"] = "a trip",
        ["ProgrammeItem.ActivityId"] = "a trip",
        ["Counterpart.ActivityId"] = "a trip",
        ["Traveller.ActivityId"] = "a trip",
        ["Traveller.Packed"] = "texts",
        ["Traveller.FirmId"] = "the firm of a traveller who is known by their member",
        ["MeetingWish.ActivityId"] = "a trip",
        ["MeetingWish.CounterpartId"] = "a firm abroad",
        ["Expense.ActivityId"] = "a trip",
        ["TripRoom.ActivityId"] = "a trip",
        ["Bed.ActivityId"] = "a trip",
        ["Bed.RoomId"] = "a room",
        ["Bed.SignUpId"] = "a sign-up that is known by its member or address; gone with it",
        ["Ride.ActivityId"] = "a trip",
        ["Ride.To"] = "a place",
        ["RideSeat.ActivityId"] = "a trip",
        ["RideSeat.RideId"] = "a ride",
        ["RideSeat.SignUpId"] = "a sign-up that is known by its member or address; gone with it",
        ["ToldMeeting.ActivityId"] = "a trip",
        ["ToldMeeting.CounterpartId"] = "a firm abroad",
        ["TripHost.ActivityId"] = "a trip",
        ["EmergencyNumbers.ActivityId"] = "a trip",
        ["Lesson.ActivityId"] = "a trip",
        ["LedgerEntry.FirmId"] = "a firm",
        ["LedgerEntry.DealId"] = "a deal",
        ["LedgerEntry.Deal.OtherFirmId"] = "a firm",
        ["LedgerEntry.Deal.ActivityId"] = "an activity",
        ["LedgerEntry.Deal.QuestionId"] = "a question",
        ["LedgerVersion.EntryId"] = "a line of a firm's book",
        ["LedgerVersion.Deal.OtherFirmId"] = "a firm",
        ["LedgerVersion.Deal.ActivityId"] = "an activity",
        ["LedgerVersion.Deal.QuestionId"] = "a question",
        ["LedgerAsk.ActivityId"] = "an activity",
        ["LedgerAsk.EntryId"] = "a line of a firm's book",
        ["LoggedEvent.Id"] = "the event itself",
        ["Account.UserName"] = "the address once more; emptied with it",
        ["Account.NormalizedUserName"] = "the address once more; emptied with it",
        ["Account.Email"] = "emptied with the account",
        ["Account.NormalizedEmail"] = "emptied with the account",
        ["Account.EmailConfirmed"] = "yes or no",
        ["AddressChange.Email"] = "of the account that asks; erased once done or given up",
        ["AddressChange.NormalizedEmail"] = "of the account that asks; erased once done or given up",
        ["Member.AccountId"] = "emptied with the member",
        ["Member.ContactEmail.Value"] = "emptied with the member",
    };

    [Fact]
    public void Every_column_that_can_name_a_person_is_known() => Found.Nothing(Unknown(Tables));

    [Fact]
    public void A_new_table_is_noticed()
    {
        var model = SqliteConventionSetBuilder.CreateModelBuilder();
        model.Entity<Letterbox>();
        Assert.Equal(
            ["Letterbox.KeeperId", "Letterbox.Readers", "Letterbox.SendersEmail"],
            Unknown([(IEntityType)model.FinalizeModel().FindEntityType(typeof(Letterbox))!]).Order()
        );
    }

    [Fact]
    public void The_lists_name_nothing_that_is_gone()
    {
        var columns = Tables.SelectMany(t => Columns(t).Select(c => c.Name)).ToHashSet();
        Found.Nothing(Holdings.All.Select(h => $"{h.Table}.{h.Column}").Where(c => !columns.Contains(c)));
        Found.Nothing(NobodysNumber.Keys.Where(c => !columns.Contains(c)));
        Found.Nothing(Holdings.Withheld.Keys.Where(c => !columns.Contains(c)));
    }

    [Fact]
    public void Whatever_stays_or_is_not_taken_along_has_a_reason() =>
        Found.Nothing(
            Holdings.All.Where(h => h.Why is null && (h.Fate == Fate.Stays || !h.IsExported)).Select(h => $"{h.Table}.{h.Column}")
        );

    private static IEnumerable<string> Unknown(IEnumerable<IEntityType> tables)
    {
        var known = Holdings.All.Select(h => $"{h.Table}.{h.Column}").Concat(NobodysNumber.Keys).ToHashSet();
        return tables
            .SelectMany(t => Columns(t))
            .Where(c => CanName(c.Name, c.Property))
            .Select(c => c.Name)
            .Where(c => !known.Contains(c))
            .Distinct();
    }

    // A number is a person's unless somebody says whose else; an address is always.
    private static bool CanName(string name, IReadOnlyProperty property)
    {
        var isNumber =
            property.ClrType == typeof(Guid)
            || property.ClrType == typeof(Guid?)
            || property.ClrType.IsAssignableTo(typeof(IEnumerable<Guid>));
        var isOwn = property.IsPrimaryKey() && property.Name == "Id" && name is not ("Member.Id" or "Account.Id" or "Firm.Id");
        var isAddress = name.Contains("Email", StringComparison.Ordinal) || name.EndsWith(".To", StringComparison.Ordinal);
        return (isNumber && !isOwn)
            || (isAddress && property.ClrType == typeof(string))
            || name.EndsWith("UserName", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, IReadOnlyProperty Property)> Columns(IReadOnlyTypeBase table, string? prefix = null)
    {
        var name = prefix ?? table.ClrType.Name.Split('`')[0];
        foreach (var property in table.GetProperties())
            yield return ($"{name}.{property.Name}", property);
        foreach (var part in table.GetComplexProperties())
        foreach (var inner in Columns(part.ComplexType, $"{name}.{part.Name}"))
            yield return inner;
    }

    private sealed class Letterbox
    {
        public Guid Id { get; init; }

        public Guid KeeperId { get; init; }

        public string SendersEmail { get; init; } = "";

        public IReadOnlyList<Guid> Readers { get; init; } = [];

        public string Colour { get; init; } = "";
    }
}
