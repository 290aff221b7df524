using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>What somebody who is about to leave took part in.</summary>
internal static class LeaverInActivities
{
    private const string Note = "Quibblefish note";

    /// <param name="other">Another member, whose rows these lean on.</param>
    public static async Task Settle(House house, Guid network, Member member, Member other)
    {
        var now = house.Clock.GetUtcNow();
        var own = new Activity(network, member.Id, Method.Networking, isTrip: true, now);
        own.Word(new ActivityWords("To Moroni together", "", "en"));
        var theirs = new Activity(network, other.Id, Method.Skills, isTrip: false, now);
        theirs.Word(new ActivityWords("A course", "", "en"));
        await house.Store(own, theirs);
        var (mine, visitor) = (
            new SignUp(own.Id, member.Id, now),
            SignUp.OfVisitor(theirs.Id, Note, (Leaver.Email, Leaver.Email.ToUpperInvariant()), "en", now).Row
        );
        mine.Tell(Note, 24);
        var (traveller, duty) = (new Traveller(own.Id, member.Id), new Duty(theirs.Id, "Bring coffee", isRole: false));
        traveller.Go(null, Note);
        traveller.Reach(Note, Note);
        duty.Take(member.Id);
        duty.Finish(now);
        await house.Store(
            mine,
            visitor,
            traveller,
            duty,
            new ActivityRemark(theirs.Id, member.Id, Note, "en", now),
            new Expense(own.Id, member.Id, "A bus", 100, now)
        );
    }
}
