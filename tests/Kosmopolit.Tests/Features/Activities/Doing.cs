using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>Activities as tests need them, and what people do about them.</summary>
internal static class Doing
{
    public const string Title = "Breakfast about customs";

    /// <summary>Two weeks from the morning of the tests, at six in the evening on Swedish clocks.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    public static Timing At(DateTimeOffset start, Rhythm rhythm = Rhythm.Once, DateOnly? until = null, string zone = "Europe/Stockholm") =>
        new(start, start.AddHours(2), zone, rhythm, until);

    /// <summary>An activity that has come as far as a state, stored.</summary>
    public static async Task<Activity> Planned(
        this Village village,
        Member by,
        ActivityState state,
        Action<Activity>? more = null,
        bool isTrip = false
    )
    {
        var now = village.House.Clock.GetUtcNow();
        var activity = new Activity(village.Home.Id, by.Id, Method.Information, isTrip, now);
        activity.Word(new ActivityWords(Title, "What changed this year.", "en"));
        activity.Locate(new Whereabouts("IQ", "Umeå", ""));
        activity.Seat(new Seats(1, null, null, ""));
        activity.Time(At(Evening));
        more?.Invoke(activity);
        foreach (var next in new[] { ActivityState.Gathering, ActivityState.Planned, ActivityState.Open })
            if (next <= state)
                Assert.Null(activity.Go(next, 500, by.Id, now));
        if (state is ActivityState.Held or ActivityState.FollowedUp)
            Assert.Null(activity.Go(ActivityState.Held, 0, by.Id, Evening.AddHours(3)));
        await village.House.Store(activity);
        return activity;
    }

    public static Task<Refusal?> SignsUp(this Village village, string email, Guid activity, string answer = "", int hours = 0) =>
        village.House.By(
            email,
            s => s.GetRequiredService<JoinActivity>().Run(activity, new JoinInput { Answer = answer, RemindHours = hours })
        );

    public static Task<List<SignUp>> SignUps(this Village village, Guid activity) =>
        village.House.Ask(db => db.Set<SignUp>().Where(s => s.ActivityId == activity).OrderBy(s => s.At).AsNoTracking().ToListAsync());

    public static Task<Activity> Now(this Village village, Guid activity) =>
        village.House.Ask(db =>
            db.Set<Activity>().Include(a => a.Organisers).Include(a => a.Exceptions).AsNoTracking().SingleAsync(a => a.Id == activity)
        );
}
