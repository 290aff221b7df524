using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>A proposal as it is written down.</summary>
public sealed class ProposeInput
{
    public ProposalKind Kind { get; set; } = ProposalKind.Words;

    [Required(ErrorMessage = "Give it a title, so that others find it.")]
    [PlainText(150)]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Write what you propose.")]
    [PlainText(ProposalMapping.MostText)]
    public string? Text { get; set; }

    [Range(1, 15, ErrorMessage = "Between 1 and 15.")]
    public int Seats { get; set; } = 3;

    [Range(0, 15, ErrorMessage = "Between 0 and 15.")]
    public int Deputies { get; set; } = 1;

    /// <summary>The version of the statutes that is to hold; null when the words of the proposal are all.</summary>
    public int? Charter { get; set; }

    /// <summary>The caretaker, as the slug of a member's page or its address.</summary>
    [StringLength(200)]
    public string? Member { get; set; }

    /// <summary>The account of a former facilitator.</summary>
    public Guid? Guest { get; set; }

    /// <summary>The network that takes over.</summary>
    public Guid? Successor { get; set; }

    /// <summary>Last day of guest or caretaker, Swedish wall time.</summary>
    [StringLength(40)]
    public string? Until { get; set; }
}

/// <summary>A member lays something before the others.</summary>
public sealed class Propose(KosmopolitDb db, Me me, Texts texts, TimeProvider clock)
{
    /// <summary>Proposals of one member that may be open in a network at once.</summary>
    public const int MostOpen = 10;

    public async Task<Outcome<Proposal>> Run(Network network, ProposeInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.CanPropose(network))
            return new Refusal("Members of the network propose, once it stands on its own.");
        var open = db.Set<Proposal>().Where(p => p.NetworkId == network.Id && p.DecidedAt == null && p.WithdrawnAt == null);
        if (await open.CountAsync(p => p.AuthorId == self, ct) >= MostOpen)
            return new Refusal("You have {0} proposals open. Bring one to an end first.", null, MostOpen);
        var (matter, refusal) = await Matter(network, input, ct);
        if (refusal is not null)
            return refusal;
        var now = clock.GetUtcNow();
        var proposal = new Proposal(network.Id, self, matter, now);
        proposal.Word(PlainText.Clean(input.Title), PlainText.CleanLines(input.Text), texts.Language.Tag, self, now);
        db.Add(proposal);
        await db.SaveChangesAsync(ct);
        return proposal;
    }

    private async Task<(ProposalMatter, Refusal?)> Matter(Network network, ProposeInput input, CancellationToken ct)
    {
        var plain = new ProposalMatter { Kind = input.Kind };
        switch (input.Kind)
        {
            case ProposalKind.Words:
                return (plain, null);
            case ProposalKind.Statutes:
                return await Statutes(network, plain, input, ct);
            case ProposalKind.Election:
                var terms = await VotingRules.Of(db, network.Id, ct);
                return (plain with { Seats = input.Seats, Deputies = input.Deputies, TermMonths = terms.TermMonths }, null);
            case ProposalKind.Caretaker:
                return await Caretaker(network, plain, input, ct);
            case ProposalKind.Guest:
                return await Guest(network, plain, input, ct);
            case ProposalKind.Dissolve or ProposalKind.Merge:
                return await End(network, plain, input, ct);
            default:
                return (plain, new Refusal("Choose what kind of proposal this is.", nameof(ProposeInput.Kind)));
        }
    }

    private async Task<(ProposalMatter, Refusal?)> Statutes(
        Network network,
        ProposalMatter matter,
        ProposeInput input,
        CancellationToken ct
    )
    {
        if (input.Charter is not { } number)
            return (matter, null);
        var draft = await db.Set<CharterVersion>()
            .Where(c => c.NetworkId == network.Id && c.Number == number && c.AdoptedAt == null)
            .Select(c => (Guid?)c.Id)
            .SingleOrDefaultAsync(ct);
        return draft is null
            ? (matter, new Refusal("Choose a version of the statutes that has not been adopted.", nameof(ProposeInput.Charter)))
            : (matter with { CharterId = draft }, null);
    }

    private async Task<(ProposalMatter, Refusal?)> Caretaker(
        Network network,
        ProposalMatter matter,
        ProposeInput input,
        CancellationToken ct
    )
    {
        var (until, odd) = Until(input);
        if (odd is not null)
            return (matter, odd);
        var slug = PlainText.Clean(input.Member).Split('?')[0].TrimEnd('/').Split('/')[^1];
        var member = await db
            .Members.VisibleTo(me)
            .Where(s => s.Member.Slug == slug && s.Member.Memberships.Any(m => m.NetworkId == network.Id && m.EndedAt == null))
            .Select(s => (Guid?)s.Member.Id)
            .SingleOrDefaultAsync(ct);
        return member is null
            ? (matter, new Refusal("Paste the address of the member’s page in this network.", nameof(ProposeInput.Member)))
            : (matter with { MemberId = member, Until = until }, null);
    }

    private async Task<(ProposalMatter, Refusal?)> Guest(Network network, ProposalMatter matter, ProposeInput input, CancellationToken ct)
    {
        var (until, odd) = Until(input);
        if (odd is not null)
            return (matter, odd);
        var known = await db.Set<Mandate>()
            .AnyAsync(m => m.AccountId == input.Guest && m.Scope == network.Id && m.Role == Role.Facilitator && m.Until != null, ct);
        return known
            ? (matter with { GuestId = input.Guest, Until = until }, null)
            : (matter, new Refusal("Choose the former facilitator who is to be invited.", nameof(ProposeInput.Guest)));
    }

    private async Task<(ProposalMatter, Refusal?)> End(Network network, ProposalMatter matter, ProposeInput input, CancellationToken ct)
    {
        if (await db.Set<Dissolution>().AnyAsync(d => d.NetworkId == network.Id, ct))
            return (matter, new Refusal("The members have decided to end this network already."));
        var successor = input.Successor is { } id && id != Guid.Empty ? input.Successor : null;
        if (successor is null && matter.Kind == ProposalKind.Merge)
            return (matter, new Refusal("Choose the network that takes over.", nameof(ProposeInput.Successor)));
        if (
            successor is not null
            && !await db.Networks.VisibleTo(me).AnyAsync(n => n.Id == successor && n.Id != network.Id && n.Stage == Stage.Independent, ct)
        )
            return (matter, new Refusal("Choose the network that takes over.", nameof(ProposeInput.Successor)));
        return (matter with { SuccessorId = successor }, null);
    }

    private (DateTimeOffset? Until, Refusal? Refusal) Until(ProposeInput input)
    {
        var (until, odd) = WallTime.Read(input.Until, nameof(ProposeInput.Until));
        if (odd is not null)
            return (null, odd);
        var now = clock.GetUtcNow();
        return until is null ? (null, new Refusal("Say until when.", nameof(ProposeInput.Until)))
            : until <= now.AddDays(1) || until > now.AddMonths(Term.MostMonths + 1)
                ? (null, new Refusal("Choose a day within {0} months.", nameof(ProposeInput.Until), Term.MostMonths))
            : (until, null);
    }
}
