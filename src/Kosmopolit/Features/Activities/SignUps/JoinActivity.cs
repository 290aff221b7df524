using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps;

public sealed class JoinInput
{
    [PlainText(SignUpMapping.MostAnswer)]
    public string? Answer { get; set; }

    /// <summary>Hours before the beginning: 0, 24 or 168.</summary>
    [Range(0, 168, ErrorMessage = "Choose from the list.")]
    public int RemindHours { get; set; }
}

/// <summary>A member is interested, signs up, or takes it back.</summary>
public sealed class JoinActivity(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock)
{
    public Task<Refusal?> Run(Guid id, JoinInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Join(id, input, ct), ct);

    public Task<Refusal?> Leave(Guid id, CancellationToken ct = default) => db.InOneTransaction(() => GoAway(id, ct), ct);

    private async Task<Refusal?> Join(Guid id, JoinInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        var now = clock.GetUtcNow();
        if (me.MemberId is not { } self || !me.CanSignUp(activity))
            return Seating.Refuse(activity, now) ?? new Refusal("Members of its networks sign up here.") { Kind = RefusalKind.NotYours };
        var all = await db.Set<SignUp>().Where(s => s.ActivityId == id).ToListAsync(ct);
        var mine = all.Find(s => s.MemberId == self);
        var answer = PlainText.CleanLines(input.Answer);
        if (mine?.State is SignUpState.Coming or SignUpState.Waiting)
            return await Again(activity, mine, answer, input.RemindHours, ct);
        if (activity.State != ActivityState.Open)
            return await Interest(mine, self, id, now, ct);
        if (Seating.Refuse(activity, now) is { } refusal)
            return refusal;
        if (activity.Question.Length > 0 && answer.Length == 0)
            return new Refusal("Please answer the question.", nameof(input.Answer));
        if (mine is null)
        {
            db.Add(mine = new SignUp(id, self, now));
            all.Add(mine);
        }
        mine.Tell(answer, input.RemindHours);
        var state = WaitingList.Stand(mine, all, activity.Capacity, now);
        await mail.Tell(activity, [mine], state == SignUpState.Coming ? ActivityLetter.Seat : ActivityLetter.Line, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Refusal?> Interest(SignUp? mine, Guid self, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        if (mine?.State == SignUpState.Interested)
            return new Refusal("You have said already that you would come.") { Kind = RefusalKind.Meanwhile };
        if (mine is null)
            db.Add(new SignUp(id, self, now));
        else
            mine.Become(SignUpState.Interested, now);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Whoever signs up twice has changed an answer or the reminder; nothing else is done twice.
    private async Task<Refusal?> Again(Activity activity, SignUp mine, string answer, int hours, CancellationToken ct)
    {
        if (mine.Answer == answer && mine.RemindHours == hours)
            return new Refusal("You have signed up already. Once is enough.") { Kind = RefusalKind.Meanwhile };
        if (activity.Question.Length > 0 && answer.Length == 0)
            return new Refusal("Please answer the question.", nameof(JoinInput.Answer));
        mine.Tell(answer, hours);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Refusal?> GoAway(Guid id, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        if (me.MemberId is not { } self || await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        var mine = await db.Set<SignUp>()
            .SingleOrDefaultAsync(s => s.ActivityId == id && s.MemberId == self && s.State != SignUpState.Left, ct);
        if (mine is null)
            return new Refusal("You have not signed up for this.") { Kind = RefusalKind.NotYours };
        return await new Seating(db, mail, clock).Free(activity, mine, ct) ?? await db.Save(ActivityBook.Meanwhile, ct);
    }
}
