using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

internal sealed class ProposalMapping
    : IEntityTypeConfiguration<Proposal>,
        IEntityTypeConfiguration<ProposalVersion>,
        IEntityTypeConfiguration<ProposalSupport>,
        IEntityTypeConfiguration<Remark>,
        IEntityTypeConfiguration<RemarkVersion>,
        IEntityTypeConfiguration<Candidate>
{
    /// <summary>Most characters of a proposal's text.</summary>
    public const int MostText = 8000;

    /// <summary>Most characters of a remark.</summary>
    public const int MostRemark = 2000;

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals");
        builder.Property(p => p.Text).HasMaxLength(MostText);
        builder.Property(p => p.Language).HasMaxLength(35);
        builder.Property(p => p.Hitch).HasMaxLength(300);
        builder.ComplexProperty(p => p.Matter);
        builder.Ignore(p => p.IsDiscussed);
        builder.Ignore(p => p.StoppedBy);
        builder.HasOne<Network>().WithMany().HasForeignKey(p => p.NetworkId);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.AuthorId);
        builder.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.ProposalId);
        builder.HasIndex(p => new { p.NetworkId, p.ProposedAt });
    }

    public void Configure(EntityTypeBuilder<ProposalVersion> builder)
    {
        builder.ToTable("ProposalVersions");
        builder.Property(v => v.Text).HasMaxLength(MostText);
        builder.HasIndex(v => new { v.ProposalId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProposalSupport> builder)
    {
        builder.ToTable("ProposalSupports");
        builder.HasOne<Proposal>().WithMany().HasForeignKey(s => s.ProposalId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
        builder.HasIndex(s => new { s.ProposalId, s.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("Remarks");
        builder.Property(r => r.Text).HasMaxLength(MostRemark);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(r => r.ProposalId);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.AuthorId);
        builder.HasOne<Remark>().WithMany().HasForeignKey(r => r.AnswersId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Versions).WithOne().HasForeignKey(v => v.RemarkId);
        builder.HasIndex(r => new { r.ProposalId, r.SaidAt });
    }

    public void Configure(EntityTypeBuilder<RemarkVersion> builder)
    {
        builder.ToTable("RemarkVersions");
        builder.Property(v => v.Text).HasMaxLength(MostRemark);
        builder.HasIndex(v => new { v.RemarkId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("Candidates");
        builder.Property(c => c.Pitch).HasMaxLength(1000);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(c => c.ProposalId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        // Somebody stands once in an election, however many windows are open.
        builder.HasIndex(c => new { c.ProposalId, c.MemberId }).IsUnique();
    }
}
