using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;

namespace Kosmopolit.Features.Demo;

/// <summary>What members of the demo world do together: a series, a course, an idea, one that was held, and a business trip.</summary>
internal sealed class DemoActivities(IReadOnlyList<Member> members, IReadOnlyList<Network> networks, DateTimeOffset now)
{
    private readonly Dice _dice = Dice.For("activities");
    private readonly List<Platform.Data.Entity> _rows = [];

    /// <param name="traveller">Proposes the business trip.</param>
    /// <param name="guest">Was there when buyers came, and may bring pictures.</param>
    public IReadOnlyList<Platform.Data.Entity> Build(Guid traveller, Guid guest)
    {
        Breakfasts();
        Course(traveller);
        Fair();
        Idea();
        Held(guest);
        _rows.AddRange(
            new DemoTrip(_dice, now).Build(Of("ovre-norrland"), traveller, People("ovre-norrland").Where(m => m != traveller).Take(5))
        );
        return _rows;
    }

    private void Breakfasts()
    {
        var activity = Begin(
            "skane",
            Method.Information,
            "Frukost om tull och frakt",
            "Vi äter frukost och berättar för varandra vad som har ändrats vid gränserna. Ta med en fråga.",
            "sv"
        );
        activity.Locate(new Whereabouts("", "Malmö, Möllan", ""));
        activity.Seat(new Seats(5, 12, null, "Vilket land handlar du med?"));
        var start = Series.At(new DateOnly(2026, 12, 31).AddDays(-14), new TimeOnly(7, 30), "Europe/Stockholm");
        activity.Time(new Timing(start, start.AddMinutes(90), "Europe/Stockholm", Rhythm.Monthly, new DateOnly(2027, 6, 30)));
        Go(activity, ActivityState.Open, 20);
        SignUp(activity, "skane", 13, ["Vietnam", "Irak", "Chile", "Polen"]);
        _rows.Add(new Duty(activity.Id, "Beställa frukost", isRole: true));
    }

    private void Course(Guid by)
    {
        var activity = Begin(
            "ovre-norrland",
            Method.Skills,
            "Write an offer in English that gets an answer",
            "Two evenings on the net. Bring an offer that got no answer; we write it anew together.",
            "en",
            by
        );
        activity.Locate(new Whereabouts("", "", "https://meet.example.org/offers"));
        activity.Show(toEveryone: true, "Example of an offer: https://papers.example.org/offer.html");
        var start = Series.At(new DateOnly(2027, 1, 19), new TimeOnly(18, 0), "Europe/Stockholm");
        activity.Time(new Timing(start, start.AddHours(2), "Europe/Stockholm", Rhythm.Weekly, new DateOnly(2027, 1, 26)));
        Go(activity, ActivityState.Open, 12);
        SignUp(activity, "ovre-norrland", 6, []);
    }

    private void Fair()
    {
        var activity = Begin(
            "vastra-gotaland",
            Method.Networking,
            "Mässa i Göteborg: vi delar monter",
            "En monter på livsmedelsmässan är dyr för en, men billig för åtta. Vem är med?",
            "sv"
        );
        activity.Locate(new Whereabouts("", "Göteborg", ""));
        activity.Show(toEveryone: true, "");
        activity.Seat(new Seats(8, null, null, ""));
        activity.HoldWith(new CoHost(activity.Id, Of("skane").Id, null));
        Go(activity, ActivityState.Gathering, 5);
        foreach (var member in People("vastra-gotaland").Take(6))
            _rows.Add(new SignUp(activity.Id, member, now.AddDays(-3)));
    }

    private void Idea()
    {
        var activity = Begin(
            "stockholm",
            Method.Internationalisation,
            "Läsa avtal tillsammans",
            "Jag har fått ett avtal på spanska. Är vi flera som vill läsa avtal ihop en kväll?",
            "sv"
        );
        activity.Seat(new Seats(4, null, null, ""));
    }

    private void Held(Guid guest)
    {
        var activity = Begin(
            "skane",
            Method.Contracts,
            "Inköpare från Hamburg på besök",
            "Tre inköpare kom till oss i stället för att vi åkte till dem.",
            "sv"
        );
        activity.Locate(new Whereabouts("DE", "Malmö", ""));
        var start = now.AddDays(-40);
        activity.Time(new Timing(start, start.AddHours(5), "Europe/Stockholm", Rhythm.Once, null));
        foreach (var state in new[] { ActivityState.Gathering, ActivityState.Planned, ActivityState.Open })
            activity.Go(state, 500, activity.ProposerId, start.AddDays(-30));
        SignUp(activity, "skane", 7, []);
        if (!_rows.OfType<SignUp>().Any(s => s.ActivityId == activity.Id && s.MemberId == guest))
        {
            var row = new SignUp(activity.Id, guest, start.AddDays(-9));
            row.Become(SignUpState.Coming, start.AddDays(-9));
            _rows.Add(row);
        }
        activity.Go(ActivityState.Held, 0, activity.ProposerId, start.AddDays(1));
        var drawn = DemoPicture.Table();
        var photo = new Photo(
            activity.Id,
            activity.ProposerId,
            ("Bordet uppifrån: prislistor och kaffekoppar, inga ansikten.", "sv"),
            PhotoAudience.Networks,
            drawn,
            start.AddDays(2)
        );
        _rows.AddRange([photo, new PhotoFile(photo, drawn)]);
        activity.Learn("Två av tre ville ha prislistor i euro. Skriv dem innan nästa besök.", "sv", activity.ProposerId, start.AddDays(5));
    }

    private Activity Begin(string network, Method method, string title, string text, string language, Guid? by = null)
    {
        var activity = new Activity(Of(network).Id, by ?? People(network)[0], method, isTrip: false, now.AddDays(-25));
        activity.Word(new ActivityWords(title, text, language));
        _rows.Add(activity);
        return activity;
    }

    private void Go(Activity activity, ActivityState to, int daysAgo)
    {
        foreach (var state in new[] { ActivityState.Gathering, ActivityState.Planned, ActivityState.Open }.Where(s => s <= to))
            activity.Go(state, 500, activity.ProposerId, now.AddDays(-daysAgo));
    }

    private void SignUp(Activity activity, string network, int people, IReadOnlyList<string> answers)
    {
        var all = new List<SignUp>();
        foreach (var member in People(network).Where(m => m != activity.ProposerId).Take(people))
        {
            var at = now.AddDays(-10).AddMinutes(_dice.Below(9000));
            var one = new SignUp(activity.Id, member, at);
            one.Tell(answers.Count > 0 ? _dice.Pick(answers) : "", 24);
            all.Add(one);
        }
        foreach (var one in all.OrderBy(s => s.At))
            WaitingList.Stand(one, all, activity.Capacity, one.At);
        _rows.AddRange(all);
    }

    private Network Of(string slug) => networks.First(n => n.Slug == slug);

    private List<Guid> People(string network) =>
        [
            .. members
                .Where(m => m.AccountId is not null && m.Memberships.Any(s => s.NetworkId == Of(network).Id && s.EndedAt is null))
                .Select(m => m.Id),
        ];
}
