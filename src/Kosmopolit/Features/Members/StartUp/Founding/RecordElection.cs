using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Founding;

/// <summary>Whom the founding meeting elected.</summary>
public sealed class ElectionInput
{
    public Guid Member { get; set; }

    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int For { get; set; }

    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int Against { get; set; }

    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int Blank { get; set; }

    internal VoteCount Votes => new(For, Against, Blank);
}

/// <summary>Writes down the founding meeting's election; the elected themselves accept or say no.</summary>
public sealed class RecordElection(KosmopolitDb db, Me me, Attendees attendees, FoundingVotes votes, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, ElectionInput input, CancellationToken ct = default)
    {
        if (!me.CanRecordFounding(network))
            return new Refusal("The facilitator writes down what the founding meeting decides, until the handover.");
        var now = clock.GetUtcNow();
        if (await Third(network, ct) is not { } meeting || meeting.StartsAt > now)
            return new Refusal("Coordinators are elected at meeting 3, and it has not begun yet.");
        if (!input.Votes.IsMajority)
            return new Refusal(
                "Somebody is elected by more than half of the votes cast. Blank votes are not among them.",
                nameof(input.For)
            );
        var adopted = await Preconditions.Adopted(db, network, ct);
        if (await votes.Refuse(meeting, input.Votes, adopted?.Terms, nameof(input.For), ct) is { } untrue)
            return untrue;
        // Whoever stands for election lets the meeting know who they are.
        if (await Candidates(network, ct) is var candidates && candidates.All(c => c.MemberId != input.Member))
            return new Refusal("Choose somebody who was invited to meeting 3 and lets those who lead it see them.", nameof(input.Member));
        var member = await db.Set<Member>().SingleAsync(m => m.Id == input.Member, ct);
        if (member.AccountId is null)
            return new Refusal("Choose somebody who was invited to meeting 3 and lets those who lead it see them.", nameof(input.Member));
        db.Add(new Elected(meeting, member, input.Votes, now));
        return await db.Save(new Refusal("This person is on the list already."), ct);
    }

    /// <summary>The people who can be written down as elected, by the names they show.</summary>
    public async Task<IReadOnlyList<Attendee>> Candidates(Network network, CancellationToken ct = default) =>
        await Third(network, ct) is { } meeting
            ? [.. (await attendees.Of(network, meeting, ct)).People.Where(p => p.MemberId is not null && p.Answer != Answer.No)]
            : [];

    public async Task<Refusal?> Accept(Network network, CancellationToken ct = default)
    {
        if (await Own(network, ct) is not { } elected)
            return new Refusal("You are not among the elected.");
        return elected.Accept(clock.GetUtcNow()) ?? await db.Save(new Refusal("You accepted in another window."), ct);
    }

    /// <summary>The elected say no for themselves; the facilitator corrects what was written down wrongly.</summary>
    public async Task<Refusal?> Withdraw(Network network, Guid id, CancellationToken ct = default)
    {
        var elected = await db.Set<Elected>()
            .SingleOrDefaultAsync(e => e.Id == id && e.NetworkId == network.Id && e.WithdrawnAt == null, ct);
        if (elected is null || network.Stage != Stage.StartUp || (elected.AccountId != me.AccountId && !me.CanRecordFounding(network)))
            return new Refusal("You may not take this back.");
        elected.Withdraw(clock.GetUtcNow());
        return await db.Save(new Refusal("Somebody else changed this at the same moment."), ct);
    }

    public Task<Elected?> Own(Network network, CancellationToken ct = default)
    {
        var account = me.AccountId;
        return db.Set<Elected>()
            .SingleOrDefaultAsync(e => e.NetworkId == network.Id && e.AccountId == account && e.WithdrawnAt == null, ct);
    }

    private Task<Meeting?> Third(Network network, CancellationToken ct) =>
        db
            .Meetings.AsNoTracking()
            .SingleOrDefaultAsync(m => m.NetworkId == network.Id && m.Number == Ways.Meetings && m.CalledOffAt == null, ct);
}
