using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Firms.Api;
using Kosmopolit.Features.Members.Joining.Api;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Profile.Api;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.StartUp.Meetings;

namespace Kosmopolit.Features.Members;

/// <summary>What the Members room lets programs do: nothing that its pages do not.</summary>
public static class MembersApi
{
    public static void MapMembersApi(this IEndpointRouteBuilder api)
    {
        api.MapPeople();
        api.MapFirms();
        api.MapMe();
        api.MapParts();
        api.MapMarkets();
        api.MapLanguages();
        api.MapConsents();
        api.MapWhoSaw();
        api.MapMyFirms();
        api.MapExports();
        api.MapColleagues();
        api.MapFirmQuestions();
        api.MapInvitations();
        api.MapJoining();
        api.MapRequests();
        api.MapMeetings();
        api.MapProposals();
        api.MapVotes();
    }
}
