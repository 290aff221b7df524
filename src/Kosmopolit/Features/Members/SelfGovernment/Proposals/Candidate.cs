using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>A member who stands in an election, under the name they give for it.</summary>
public sealed class Candidate : Entity
{
    private Candidate() { }

    public Candidate(Proposal election, Guid member, string name, string pitch, DateTimeOffset now)
    {
        (ProposalId, MemberId, Name, Pitch, StoodAt) = (election.Id, member, name, pitch, now);
        Raise(new CandidateStood(Id, election.Id, election.NetworkId));
    }

    public Guid ProposalId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>Shown to the network: nobody elects a stranger.</summary>
    public string Name { get; private set; } = "";

    public string Pitch { get; private set; } = "";

    public DateTimeOffset StoodAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

public sealed record CandidateStood(Guid CandidateId, Guid ProposalId, Guid NetworkId);
