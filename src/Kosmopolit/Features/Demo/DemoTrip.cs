using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Demo;

/// <summary>A business trip to Erbil, laid out day by day; the firms there are as invented as everybody else.</summary>
internal sealed class DemoTrip(Dice dice, DateTimeOffset now)
{
    private const string Zone = "Asia/Baghdad";

    private static readonly DateOnly First = new(2027, 4, 12);

    public IReadOnlyList<Entity> Build(Network network, Guid by, IEnumerable<Guid> along)
    {
        var activity = new Activity(network.Id, by, Method.Contracts, isTrip: true, now.AddDays(-30));
        activity.Word(
            new ActivityWords(
                "Till Erbil tillsammans",
                "Sex dagar i april: möten i Erbil, en dag i Sulaymaniyya. För den som säljer träteknik, livsmedel eller vatten.",
                "sv"
            )
        );
        activity.Locate(new Whereabouts("IQ", "Erbil", ""));
        activity.Show(toEveryone: true, "");
        activity.Seat(new Seats(4, 10, null, "Vad vill du sälja eller köpa där?"));
        activity.Cost(
            new Price(
                1_240_000,
                "SEK",
                "Var och en betalar resa och rum. Buss och tolk delar vi lika.",
                "Swish 123 000 00 00, skriv ”Erbil”"
            )
        );
        activity.Time(new Timing(At(First, 9), At(First.AddDays(5), 18), Zone, Rhythm.Once, null));
        foreach (var state in new[] { ActivityState.Gathering, ActivityState.Planned, ActivityState.Open })
            activity.Go(state, 500, by, now.AddDays(-14));
        List<Entity> rows = [activity];
        var sheet = new TripSheet(activity.Id);
        sheet.Write(
            "Vi åker i två bilar och säger till varandra var vi är. Den som blir sjuk flyger hem; försäkring har var och en själv.",
            "Larmnummer 112. Ring först den som kan platsen.",
            "Choni? – Hur mår du? (kurdiska)\nSupas – Tack (kurdiska)",
            "Proverna åker i bil 2. Nycklarna till rummen finns i receptionen."
        );
        rows.Add(sheet);
        rows.Add(new TripStop(activity.Id, "IQ", "Erbil", First, First.AddDays(4)).At((36.19, 44.01)));
        rows.Add(new TripStop(activity.Id, "IQ", "Sulaymaniyya", First.AddDays(4), First.AddDays(5)).At((35.56, 45.43)));
        rows.Add(new ProgrammeItem(activity.Id, First, new TimeOnly(9, 0), "Frukost och genomgång", "Hotellet"));
        rows.Add(new ProgrammeItem(activity.Id, First, new TimeOnly(11, 0), "Handelskammaren", "Erbil"));
        rows.Add(new ProgrammeItem(activity.Id, First.AddDays(1), new TimeOnly(9, 0), "Möten två och två", "Erbil"));
        rows.Add(new ProgrammeItem(activity.Id, First.AddDays(4), new TimeOnly(8, 0), "Resa till Sulaymaniyya", ""));
        var numbers = new EmergencyNumbers(activity.Id, "IQ");
        numbers.Write(("104", "122", "Sveriges ambassad i Bagdad, se Utrikesdepartementets sida"), by, now.AddDays(-10));
        rows.Add(numbers);
        var people = People(activity, by, [by, .. along]);
        rows.AddRange(people);
        rows.AddRange(Lists(activity, [.. people.OfType<SignUp>()]));
        return rows;
    }

    private static readonly string[] Firms = ["Zagros Timber", "Ankawa Foods", "Citadel Water", "Sherwan & Sons"];

    private List<Entity> People(Activity activity, Guid by, List<Guid> people)
    {
        List<Entity> rows = [];
        var firms = Firms
            .Select(
                (name, i) =>
                    new Counterpart(
                        activity.Id,
                        name,
                        "Söker leverantörer från Sverige.",
                        i < 2 ? "Ankawa" : "Gulan Street",
                        new Hours(First.AddDays(1), new TimeOnly(9, 0), new TimeOnly(15, 0))
                    )
            )
            .ToList();
        rows.AddRange(firms);
        foreach (var member in people)
        {
            var seat = new SignUp(activity.Id, member, now.AddDays(-12));
            seat.Tell("Vattenrening", 168);
            seat.Become(SignUpState.Coming, now.AddDays(-12));
            var traveller = new Traveller(activity.Id, member);
            traveller.Go(null, "Hitta en återförsäljare som kan ge service.");
            if (member == by)
                traveller.Sleep(RoomWish.Alone, "Gärna på första våningen");
            rows.Add(seat);
            rows.Add(traveller);
            foreach (var firm in firms.Where(_ => dice.Chance(70)))
            {
                var wish = new MeetingWish(activity.Id, traveller.Id, firm.Id);
                wish.Want(byTraveller: true);
                wish.BeWanted(dice.Chance(75));
                rows.Add(wish);
            }
        }
        rows.Add(Expense.Of(activity.Id, people[0], ("Förskott på bussen", 320_050), people, now.AddDays(-2)).Value!);
        return rows;
    }

    // Two rooms in Erbil and one after it, a bus and a car: enough to see what is free.
    private static List<Entity> Lists(Activity activity, List<SignUp> seats)
    {
        TripRoom Room(string name, int places, int from, int to) =>
            TripRoom.Of(activity.Id, name, places, First.AddDays(from), First.AddDays(to)).Value!;
        var (twin, single, later) = (Room("204, två sängar", 2, 0, 4), Room("205, enkelrum", 1, 0, 4), Room("Gästhuset", 4, 4, 5));
        var (bus, car) = (
            new Ride(activity.Id, ("Flygplatsen", "Hotellet i Erbil"), At(First, 7), Zone, 35, 8),
            new Ride(activity.Id, ("Erbil", "Sulaymaniyya"), At(First.AddDays(4), 8), Zone, 210, 4)
        );
        List<Entity> rows = [twin, single, later, bus, car];
        foreach (var (seat, i) in seats.Take(3).Select((s, i) => (s, i)))
        {
            foreach (var room in new[] { i < 2 ? twin : single, later })
                rows.AddRange(room.Nights.Select(night => new Bed(room, seat.Id, seat.MemberId, night)));
            rows.Add(new RideSeat(bus, seat.Id, seat.MemberId));
        }
        return rows;
    }

    private static DateTimeOffset At(DateOnly day, int hour) => Series.At(day, new TimeOnly(hour, 0), Zone);
}
