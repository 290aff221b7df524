using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Minutes;

/// <summary>The minutes of a meeting.</summary>
public sealed class MinutesInput
{
    [PlainText(15_000)]
    public string? Text { get; set; }
}

/// <summary>Something the meeting decided.</summary>
public sealed class DecisionInput
{
    [Required(ErrorMessage = "Write what was decided.")]
    [PlainText(1000)]
    public string? Text { get; set; }
}

/// <summary>Something to do.</summary>
public sealed class TaskInput
{
    [Required(ErrorMessage = "Write what is to be done.")]
    [PlainText(500)]
    public string? Text { get; set; }

    [PlainText(100)]
    public string? Who { get; set; }

    /// <summary>ISO 8601 date, or empty.</summary>
    [StringLength(40)]
    public string? Due { get; set; }
}

/// <summary>Writes down what a meeting said, decided and gave to somebody, and at last that it was held.</summary>
public sealed class KeepMinutes(KosmopolitDb db, Me me, TimeProvider clock, Texts texts)
{
    private static readonly Refusal Lost = new("Somebody else changed the meeting at the same moment. Look once more.");

    public Task<Refusal?> Run(Network network, Guid id, MinutesInput input, CancellationToken ct = default) =>
        Change(
            network,
            id,
            meeting =>
            {
                var text = PlainText.CleanLines(input.Text);
                return meeting.Note(text, Tongue.Of(text, texts.Language.Tag));
            },
            ct
        );

    public Task<Refusal?> Decide(Network network, Guid id, DecisionInput input, CancellationToken ct = default) =>
        Change(
            network,
            id,
            meeting =>
            {
                db.Add(new MeetingDecision(meeting, PlainText.Clean(input.Text), clock.GetUtcNow()));
                return null;
            },
            ct
        );

    public Task<Refusal?> GiveTask(Network network, Guid id, TaskInput input, CancellationToken ct = default) =>
        Change(
            network,
            id,
            meeting =>
            {
                DateOnly? due = null;
                if (!string.IsNullOrWhiteSpace(input.Due))
                {
                    if (
                        !DateOnly.TryParseExact(
                            input.Due.Trim(),
                            "yyyy-MM-dd",
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out var day
                        )
                    )
                        return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(input.Due));
                    due = day;
                }
                db.Add(new MeetingTask(meeting, PlainText.Clean(input.Text), PlainText.Clean(input.Who), due, clock.GetUtcNow()));
                return null;
            },
            ct
        );

    /// <summary>A start-up meeting that was held is a step of the network's history.</summary>
    public async Task<Refusal?> Hold(Network shown, Guid id, CancellationToken ct = default)
    {
        var network = await db.Networks.VisibleTo(me).Include(n => n.History).SingleAsync(n => n.Id == shown.Id, ct);
        var there = await db.Set<Invitee>().CountAsync(i => i.MeetingId == id && i.AttendedAt != null, ct);
        return await Change(
            network,
            id,
            meeting =>
                meeting.Number is { } number && network.HoldMeeting(number, meeting.StartsAt, me.AsAuthor(network), "") is { } refusal
                    ? refusal
                    : meeting.Hold(there + meeting.OthersPresent, clock.GetUtcNow()),
            ct
        );
    }

    /// <summary>Members tick off what is done, and so may those who lead.</summary>
    public async Task<Refusal?> Finish(Network network, Guid task, CancellationToken ct = default)
    {
        if (!me.Networks.Contains(network.Id) && !me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Set<MeetingTask>().SingleOrDefaultAsync(t => t.Id == task && t.NetworkId == network.Id, ct) is not { } row)
            return new Refusal("There is no such task.");
        row.Finish(clock.GetUtcNow());
        return await db.Save(Lost, ct);
    }

    private async Task<Refusal?> Change(Network network, Guid id, Func<Meeting, Refusal?> change, CancellationToken ct)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { CalledOffAt: null } meeting)
            return new Refusal("There is no such meeting.");
        if (change(meeting) is not { } refusal)
            return await db.Save(Lost, ct);
        // What the entities changed before one of them said no must not travel with a later save.
        db.ChangeTracker.Clear();
        return refusal;
    }
}
