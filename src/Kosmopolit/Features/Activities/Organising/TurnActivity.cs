using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

public sealed class TurnInput
{
    [EnumDataType(typeof(ActivityState), ErrorMessage = "Choose from the list.")]
    public ActivityState To { get; set; }

    /// <summary>Why it is called off.</summary>
    [PlainText(ActivityMapping.MostWords)]
    public string? Why { get; set; }

    /// <summary>The times of a series that are left do not take place.</summary>
    public bool EndsHere { get; set; }

    /// <summary>What it gave, when it is followed up.</summary>
    [PlainText(ActivityMapping.MostText)]
    public string? Lessons { get; set; }
}

/// <summary>Takes an activity one step on, and tells everybody whom it concerns.</summary>
public sealed class TurnActivity(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock, Texts texts)
{
    public Task<Refusal?> Run(Guid id, TurnInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Turn(id, input, ct), ct);

    private async Task<Refusal?> Turn(Guid id, TurnInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        var now = clock.GetUtcNow();
        if (input.To == ActivityState.FollowedUp)
        {
            if (PlainText.CleanLines(input.Lessons) is not { Length: > 0 } lessons)
                return new Refusal("Write what it gave; a few lines are enough.", nameof(input.Lessons));
            return activity.Learn(lessons, texts.Language.Tag, me.MemberId!.Value, now) is { } odd
                ? odd
                : await db.Save(ActivityBook.Meanwhile, ct);
        }
        var signUps = await db.Set<SignUp>().Where(s => s.ActivityId == id && s.State != SignUpState.Left).ToListAsync(ct);
        var why = PlainText.CleanLines(input.Why);
        if (input.To == ActivityState.CalledOff && why.Length == 0)
            return new Refusal("Say why: those who wanted to come will read it.", nameof(input.Why));
        var wasAnnounced = activity.IsAnnounced;
        var isCut = input is { To: ActivityState.Held, EndsHere: true } && activity.Rhythm != Rhythm.Once && activity.GoesOn(now);
        if (isCut && activity.EndHere(now) is { } early)
            return early;
        var interested = signUps.Count(s => s.State is not SignUpState.Unconfirmed);
        if (activity.Go(input.To, interested, me.MemberId, now, why) is { } no)
            return no;
        if (isCut)
            await mail.Tell(activity, [.. signUps.Where(s => s.State == SignUpState.Coming)], ActivityLetter.Ended, ct);
        await Tell(activity, signUps, wasAnnounced, why, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task Tell(Activity activity, List<SignUp> signUps, bool wasAnnounced, string why, CancellationToken ct)
    {
        var people = signUps.Where(s => s.State != SignUpState.Unconfirmed).ToList();
        if (activity.State == ActivityState.Open)
            await mail.Tell(activity, [.. people.Where(s => s.State == SignUpState.Interested)], ActivityLetter.Opened, ct);
        else if (activity.State == ActivityState.Planned)
            await mail.Tell(activity, people, ActivityLetter.Planned, ct);
        else if (activity.State == ActivityState.Held)
            await mail.Tell(activity, [.. people.Where(s => s.State == SignUpState.Waiting)], ActivityLetter.Over, ct);
        else if (activity.State == ActivityState.CalledOff)
        {
            var kind = wasAnnounced ? ActivityLetter.CalledOff : ActivityLetter.GivenUp;
            await mail.Tell(activity, people, kind, ct, why);
            await mail.TellHosts(db, activity, kind, ct, why);
        }
    }
}
