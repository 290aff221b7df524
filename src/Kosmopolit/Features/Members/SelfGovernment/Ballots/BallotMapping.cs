using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

internal sealed class BallotMapping
    : IEntityTypeConfiguration<Ballot>,
        IEntityTypeConfiguration<BallotOption>,
        IEntityTypeConfiguration<RollEntry>,
        IEntityTypeConfiguration<OpenVote>,
        IEntityTypeConfiguration<Urn>,
        IEntityTypeConfiguration<CountedVote>,
        IEntityTypeConfiguration<PaperSheet>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("Ballots");
        builder.ComplexProperty(b => b.Terms, t => t.Ignore(x => x.IsElection));
        builder.Property(b => b.LotSeed).HasMaxLength(64);
        builder.Property(b => b.LotPledge).HasMaxLength(64);
        builder.HasOne<Network>().WithMany().HasForeignKey(b => b.NetworkId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(b => b.ProposalId);
        builder.HasMany(b => b.Options).WithOne().HasForeignKey(o => o.BallotId);
        // One round of a proposal, however many call it at once.
        builder.HasIndex(b => new { b.ProposalId, b.Round }).IsUnique();
        builder.HasIndex(b => new { b.ClosedAt, b.ClosesAt });
    }

    public void Configure(EntityTypeBuilder<BallotOption> builder)
    {
        builder.ToTable("BallotOptions");
        builder.Property(o => o.Key).HasMaxLength(8);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(o => o.CandidateId);
        builder.HasIndex(o => new { o.BallotId, o.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTable("ElectoralRolls");
        builder.HasKey(r => new { r.BallotId, r.VoterId });
        builder.Property(r => r.Turnout).IsConcurrencyToken();
        builder.HasOne<Ballot>().WithMany().HasForeignKey(r => r.BallotId);
    }

    public void Configure(EntityTypeBuilder<OpenVote> builder)
    {
        builder.ToTable("OpenVotes");
        builder.HasKey(v => new { v.BallotId, v.VoterId });
        builder.Property(v => v.Revision).IsConcurrencyToken();
        builder.HasOne<Ballot>().WithMany().HasForeignKey(v => v.BallotId);
    }

    public void Configure(EntityTypeBuilder<Urn> builder)
    {
        builder.ToTable("Urns");
        builder.HasKey(u => u.BallotId);
        builder.Property(u => u.Sealed).HasMaxLength(1_000_000);
        builder.Property(u => u.Stamp).IsConcurrencyToken();
        builder.HasOne<Ballot>().WithMany().HasForeignKey(u => u.BallotId);
    }

    public void Configure(EntityTypeBuilder<CountedVote> builder)
    {
        builder.ToTable("CountedVotes");
        builder.HasKey(v => new { v.BallotId, v.Mark });
        builder.Property(v => v.Mark).HasMaxLength(40);
        builder.HasOne<Ballot>().WithMany().HasForeignKey(v => v.BallotId);
    }

    public void Configure(EntityTypeBuilder<PaperSheet> builder)
    {
        builder.ToTable("PaperSheets");
        builder.HasKey(s => new { s.BallotId, s.ById });
        builder.Property(s => s.Lines).HasMaxLength(40_000);
        builder.HasOne<Ballot>().WithMany().HasForeignKey(s => s.BallotId);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.ById);
    }
}
