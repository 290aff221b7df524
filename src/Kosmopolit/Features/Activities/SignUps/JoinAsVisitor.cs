using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps;

/// <summary>What a visitor writes who wants to come.</summary>
public sealed class VisitorJoinInput
{
    [Required(ErrorMessage = "Write your name.")]
    [PlainText(100)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    [PlainText(SignUpMapping.MostAnswer)]
    public string? Answer { get; set; }

    /// <summary>No person sees this field; programs that fill in everything give themselves away.</summary>
    [StringLength(20_000)]
    public string? Website { get; set; }
}

/// <summary>Somebody without an account signs up for what is public: the seat is theirs once the link of the mail was opened.</summary>
public sealed class JoinAsVisitor(KosmopolitDb db, ActivityMail mail, TimeProvider clock, Texts texts)
{
    /// <summary>Visitors' sign-ups for one activity in an hour.</summary>
    public const int MostAnHour = 60;

    /// <summary>Mails with a link to one address in an hour for one activity.</summary>
    public const int MostForOne = 3;

    /// <summary>Mails with a link to one address in an hour, whatever it signs up for.</summary>
    public const int MostPerAddress = 12;

    public Task<Refusal?> Run(Guid id, VisitorJoinInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Write(id, input, ct), ct);

    public Task<Refusal?> Confirm(string token, CancellationToken ct = default) => db.InOneTransaction(() => TakeSeat(token, ct), ct);

    public Task<Refusal?> Leave(string token, CancellationToken ct = default) => db.InOneTransaction(() => GoAway(token, ct), ct);

    private async Task<Refusal?> Write(Guid id, VisitorJoinInput input, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(input.Website))
            return null;
        await db.TakeTurn(id, ct);
        if (await db.Activity(Me.Visitor, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        var (now, email, name) = (clock.GetUtcNow(), PlainText.Clean(input.Email), PlainText.Clean(input.Name));
        if (activity.State != ActivityState.Open)
            return Seating.Refuse(activity, now) ?? new Refusal("One cannot sign up yet.");
        if (Seating.Refuse(activity, now) is { } refusal)
            return refusal;
        if (email != (input.Email ?? "").Trim())
            return new Refusal("This address holds signs that cannot be seen. Type it by hand.", nameof(input.Email));
        if (name.Length == 0)
            return new Refusal("Write your name.", nameof(input.Name));
        if (activity.Question.Length > 0 && PlainText.Clean(input.Answer).Length == 0)
            return new Refusal("Please answer the question.", nameof(input.Answer));
        var hour = now.AddHours(-1);
        if (await db.Set<SignUp>().CountAsync(s => s.ActivityId == id && s.Hash != null && s.At > hour, ct) >= MostAnHour)
            return new Refusal("Many signed up just now. Please try again in an hour.");
        var normalized = Account.Normalise(email);
        var known = await db.Set<SignUp>().SingleOrDefaultAsync(s => s.ActivityId == id && s.NormalizedEmail == normalized, ct);
        // Whoever types somebody else's address again and again fills no mailbox; the page says the same, and the last link holds.
        var isEnough = await IsMailedEnough(known, normalized, hour, ct);
        if (isEnough && known is null)
            return null;
        // Never told whether an address is known: whoever has a seat gets the link again.
        var (row, token) =
            known is null ? SignUp.OfVisitor(id, name, (email, normalized), texts.Language.Tag, now)
            : isEnough ? (known, "")
            : (known, known.Renew(now));
        if (known is null)
            db.Add(row);
        row.Reopen(now);
        if (row.State == SignUpState.Unconfirmed)
            row.Tell(PlainText.CleanLines(input.Answer), 24);
        if (token.Length > 0)
            mail.AskToConfirm(activity, row, token);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Only mails with such a link count: whoever asks for codes or letters to an address keeps nobody from signing up.
    private async Task<bool> IsMailedEnough(SignUp? known, string normalized, DateTimeOffset since, CancellationToken ct) =>
        (known is { Links: >= MostForOne } && known.LinksSince > since)
        || await db.Set<SignUp>().Where(s => s.NormalizedEmail == normalized && s.LinksSince > since).SumAsync(s => s.Links, ct)
            >= MostPerAddress;

    private async Task<Refusal?> TakeSeat(string token, CancellationToken ct)
    {
        var (activity, mine) = await Find(token, ct);
        if (activity is null || mine is null)
            return new Refusal("This link is too old. Please write once more.") { Kind = RefusalKind.Gone };
        var now = clock.GetUtcNow();
        if (mine.State is SignUpState.Coming or SignUpState.Waiting)
            return new Refusal("You have signed up already. Once is enough.") { Kind = RefusalKind.Meanwhile };
        if (mine.State != SignUpState.Unconfirmed || now >= mine.At + SignUp.Patience)
            return new Refusal("This link is too old. Please write once more.");
        if (Seating.Refuse(activity, now) is { } refusal)
            return refusal;
        var all = await db.Set<SignUp>().Where(s => s.ActivityId == activity.Id).ToListAsync(ct);
        var state = WaitingList.Stand(mine, all, activity.Capacity, now);
        await mail.Tell(activity, [mine], state == SignUpState.Coming ? ActivityLetter.Seat : ActivityLetter.Line, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Refusal?> GoAway(string token, CancellationToken ct)
    {
        var (activity, mine) = await Find(token, ct);
        if (activity is null || mine is null || mine.State == SignUpState.Left)
            return new Refusal("You have not signed up for this.") { Kind = RefusalKind.Gone };
        return await new Seating(db, mail, clock).Free(activity, mine, ct) ?? await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<(Activity?, SignUp?)> Find(string token, CancellationToken ct)
    {
        var hash = SignUp.HashOf(token);
        if (await db.Set<SignUp>().Where(s => s.Hash == hash).Select(s => (Guid?)s.ActivityId).SingleOrDefaultAsync(ct) is not { } id)
            return (null, null);
        await db.TakeTurn(id, ct);
        var activity = await db.Set<Activity>().Whole().SingleAsync(a => a.Id == id, ct);
        return (activity, await db.Set<SignUp>().SingleOrDefaultAsync(s => s.Hash == hash, ct));
    }
}
