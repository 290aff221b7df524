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
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Pictures;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>What somebody who is about to leave took part in.</summary>
internal static class LeaverInActivities
{
    /// <summary>What she was told of a meeting, and what stands nowhere else.</summary>
    public const string Told = "Volovolo market";

    private const string Note = "Quibblefish note";

    // A firm of hers alone ends with her, and its book goes, whoever wrote it; in the other one her line stays without her name.
    private static async Task Tell(House house, Member member, Member other, Guid activity, DateTimeOffset now)
    {
        var alone = await house.Ask(db => db.FirmRoles.Where(r => r.MemberId == member.Id).Select(r => r.FirmId).FirstAsync());
        var shared = new Firm("xxxxxxxxxx", new("Common goods", Audience.MyNetwork), now);
        shared.Employ(other.Id, FirmRole.Owner, now, Audience.MyNetwork);
        shared.Employ(member.Id, FirmRole.Employee, now, Audience.OnlyMe);
        await house.Store(shared);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var deal = new Deal(DealStage.Contract, "KM", ValueBand.UpTo50000, day, Evidence.Said, Note, ActivityId: activity);
        await house.Store(
            new LedgerEntry(alone, deal, other.Id, now),
            new LedgerEntry(shared.Id, deal with { Partner = "Moroni Spices" }, member.Id, now)
        );
    }

    // Where she sleeps and rides, whom she received and asked, and what she said afterwards.
    private static async Task Travel(House house, SignUp mine, (Guid Self, Guid Other) who, DateTimeOffset now)
    {
        var (trip, day) = (mine.ActivityId, DateOnly.FromDateTime(now.UtcDateTime));
        var room = TripRoom.Of(trip, "12", 2, day, day.AddDays(1)).Value!;
        var ride = new Ride(trip, ("Airport", "Moroni"), now, "Indian/Comoro", 30, 4);
        var numbers = new EmergencyNumbers(trip, "KM");
        numbers.Write(("17", "772", ""), who.Self, now);
        var (receives, asks) = (new TripHost(trip, who.Self, who.Other, now), new TripHost(trip, who.Other, who.Self, now));
        receives.Agree(Note, now);
        var lesson = new Lesson(trip, who.Self, Matters.Next);
        lesson.Say(Note, "en", now);
        await house.Store(room, ride, numbers, receives, asks, lesson);
        await house.Store(new Bed(room, mine.Id, who.Self, day), new RideSeat(ride, mine.Id, who.Self));
    }

    // Whom she was to meet there, when she had time, and what she was told.
    private static async Task Meet(House house, Traveller traveller, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var there = new Counterpart(traveller.ActivityId, "Spices", "", "", new Hours(day, new TimeOnly(9, 0), new TimeOnly(10, 0)));
        await house.Store(there);
        await house.Store(
            new MeetingWish(traveller.ActivityId, traveller.Id, there.Id),
            new ToldMeeting(traveller.ActivityId, traveller.Id, there.Id, new MeetingTime(Told, "", now, 30), now),
            new FreeHours(traveller.Id, day, null, null, isAway: true)
        );
    }

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
        var drawn = new Redrawn(2, 1, [1], [1]);
        var photo = new Photo(theirs.Id, member.Id, (Note, "en"), PhotoAudience.Networks, drawn, now);
        await house.Store(
            new BroughtCalendar(network, member.Id, "calendar.ics", [1], now),
            photo,
            new PhotoFile(photo, drawn),
            mine,
            visitor,
            traveller,
            duty,
            new ActivityRemark(theirs.Id, member.Id, Note, "en", now),
            Expense.Of(own.Id, member.Id, ("A bus", 100), [member.Id], now).Value!,
            new LedgerAsk(theirs.Id, member.Id, 30, now),
            new LedgerMailStopped(member.Id, now)
        );
        await Meet(house, traveller, now);
        await Travel(house, mine, (member.Id, other.Id), now);
        await Tell(house, member, other, own.Id, now);
    }
}
