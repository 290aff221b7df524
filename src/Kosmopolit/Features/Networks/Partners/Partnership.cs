using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Networks.Partners;

public enum PartnershipState
{
    Proposed = 0,
    Running = 1,
    Declined = 2,
    Ended = 3,
}

/// <summary>
/// An organisation that supports a network: asked by those who run the network, taken on by an adviser who names a contact
/// and what is offered, ended by either. It opens no door: the organisation sees of members what a visitor sees.
/// </summary>
public sealed class Partnership : Entity, IRevised
{
    private Partnership() { }

    public Partnership(Guid network, Guid organisation, Guid? office, string wish, Guid by, DateTimeOffset now)
    {
        (NetworkId, OrganisationId, OfficeId, Wish, ProposedById, ProposedAt) = (network, organisation, office, wish, by, now);
        Raise(new PartnershipProposed(Id, network, organisation));
    }

    public Guid NetworkId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The office that supports the network; null for the organisation as a whole.</summary>
    public Guid? OfficeId { get; private set; }

    /// <summary>What the network hopes for, to the organisation.</summary>
    public string Wish { get; private set; } = "";

    public Guid ProposedById { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PartnershipState State { get; private set; }

    /// <summary>When it was taken on or declined.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    /// <summary>Whom the network turns to, as the organisation names them for everyone to read.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>What the organisation offers the network, for everyone to read.</summary>
    public string Offer { get; private set; } = "";

    /// <summary>BCP 47 tag of <see cref="Offer"/>.</summary>
    public string Language { get; private set; } = "sv";

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedById { get; private set; }

    /// <summary>Why it was declined or ended, to the other side.</summary>
    public string Why { get; private set; } = "";

    public int Revision { get; set; }

    public bool IsOpen => State is PartnershipState.Proposed or PartnershipState.Running;

    public Refusal? Accept(string contact, string offer, string language, Guid by, DateTimeOffset now)
    {
        if (State != PartnershipState.Proposed)
            return new Refusal("This has been answered already.");
        (State, AnsweredAt, AnsweredById, Contact, Offer, Language) = (PartnershipState.Running, now, by, contact, offer, language);
        Raise(new PartnershipChanged(Id, NetworkId, OrganisationId, State));
        return null;
    }

    public Refusal? Decline(string why, Guid by, DateTimeOffset now)
    {
        if (State != PartnershipState.Proposed)
            return new Refusal("This has been answered already.");
        (State, AnsweredAt, AnsweredById, Why) = (PartnershipState.Declined, now, by, why);
        Raise(new PartnershipChanged(Id, NetworkId, OrganisationId, State));
        return null;
    }

    /// <summary>Ends the cooperation, or takes a proposal back.</summary>
    public Refusal? End(string why, Guid by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This cooperation has ended already.");
        (State, EndedAt, EndedById, Why) = (PartnershipState.Ended, now, by, why);
        Raise(new PartnershipChanged(Id, NetworkId, OrganisationId, State));
        return null;
    }
}

public sealed record PartnershipProposed(Guid PartnershipId, Guid NetworkId, Guid OrganisationId);

public sealed record PartnershipChanged(Guid PartnershipId, Guid NetworkId, Guid OrganisationId, PartnershipState State);
