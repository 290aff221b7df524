using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>Who has a vote.</summary>
public enum VotePer
{
    Member = 1,

    /// <summary>One for each firm with somebody in the network; whoever of them is first casts it.</summary>
    Firm = 2,
}

/// <summary>How many yes a proposal needs, of yes and no together; abstentions count for the quorum only.</summary>
public enum Majority
{
    /// <summary>More yes than no.</summary>
    Simple = 1,

    /// <summary>At least two yes of three.</summary>
    TwoThirds = 2,

    /// <summary>At least three yes of four.</summary>
    ThreeQuarters = 3,
}

/// <summary>What decides between candidates with as many votes; a proposal with as many yes as no falls.</summary>
public enum TieRule
{
    Lot = 1,
    RunOff = 2,
}

/// <summary>How a network votes, as its statutes say; the defaults hold until they say otherwise.</summary>
public sealed record VotingTerms
{
    public VotePer Per { get; init; } = VotePer.Member;

    /// <summary>Share of the electoral roll that must vote, in per cent, 0 to 100.</summary>
    public int QuorumPercent { get; init; } = 20;

    public Majority StatutesMajority { get; init; } = Majority.TwoThirds;

    /// <summary>To end the network, or to go up in another.</summary>
    public Majority EndMajority { get; init; } = Majority.ThreeQuarters;

    public TieRule Tie { get; init; } = TieRule.Lot;

    /// <summary>Days that a vote is open at least; 0 where the network votes at its meetings.</summary>
    public int LeastDays { get; init; } = 7;

    /// <summary>Length of a coordinator's term in months.</summary>
    public int TermMonths { get; init; } = 12;

    /// <summary>Supporters with whom a proposal comes to the vote without a coordinator.</summary>
    public int Supporters { get; init; } = 5;

    /// <summary>Months without a sign of life after which a network is thought to be falling asleep.</summary>
    public int QuietMonths { get; init; } = 6;

    /// <summary>Members who together wake a resting network.</summary>
    public int WakeUpMembers { get; init; } = 5;
}

/// <summary>The voting rules of one network. Whoever adopts statutes writes them here.</summary>
public sealed class VotingRules : Entity, IRevised
{
    private VotingRules() { }

    public VotingRules(Guid network, VotingTerms terms) => (NetworkId, Terms) = (network, terms);

    public Guid NetworkId { get; private set; }

    public VotingTerms Terms { get; private set; } = new();

    public int Revision { get; set; }

    public void Adopt(VotingTerms terms)
    {
        Terms = terms;
        Raise(new VotingRulesAdopted(NetworkId));
    }

    /// <summary>Writes what adopted statutes say into a network's rules; the caller saves both together.</summary>
    /// <param name="say">Makes the new terms of those that held until now.</param>
    public static async Task Follow(KosmopolitDb db, Guid network, Func<VotingTerms, VotingTerms> say, CancellationToken ct)
    {
        var rules = await db.Set<VotingRules>().SingleOrDefaultAsync(r => r.NetworkId == network, ct);
        if (rules is null)
            db.Add(rules = new VotingRules(network, new VotingTerms()));
        rules.Adopt(say(rules.Terms));
    }

    /// <summary>The terms that hold in a network today.</summary>
    public static async Task<VotingTerms> Of(KosmopolitDb db, Guid network, CancellationToken ct = default) =>
        (await db.Set<VotingRules>().AsNoTracking().SingleOrDefaultAsync(r => r.NetworkId == network, ct))?.Terms ?? new VotingTerms();
}

public sealed record VotingRulesAdopted(Guid NetworkId);

internal sealed class VotingRulesMapping : IEntityTypeConfiguration<VotingRules>
{
    public void Configure(EntityTypeBuilder<VotingRules> builder)
    {
        builder.ToTable("VotingRules");
        builder.ComplexProperty(r => r.Terms);
        builder.HasIndex(r => r.NetworkId).IsUnique();
        builder.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId);
    }
}
