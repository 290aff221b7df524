using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<Agenda>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Property(m => m.Link).HasMaxLength(500);
        builder.Property(m => m.Minutes).HasMaxLength(15_000);
        builder.Property(m => m.MinutesLanguage).HasMaxLength(35);
        builder.Ignore(m => m.EndsAt);
        builder.Ignore(m => m.IsOpen);
        builder.HasOne<Network>().WithMany().HasForeignKey(m => m.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Agendas).WithOne().HasForeignKey(a => a.MeetingId);
        builder.HasIndex(m => new { m.NetworkId, m.StartsAt });
        // There is one first meeting, however many people plan it at once; one that was called off makes room.
        builder.HasIndex(m => new { m.NetworkId, m.Number }).IsUnique().HasFilter("\"Number\" IS NOT NULL AND \"CalledOffAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<Agenda> builder)
    {
        builder.ToTable("MeetingAgendas");
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.Text).HasMaxLength(4000);
        builder.HasIndex(a => new { a.MeetingId, a.Language }).IsUnique();
    }
}

public static class MeetingTables
{
    extension(KosmopolitDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();
    }

    /// <summary>One meeting of one network; null when the network has no such meeting.</summary>
    public static Task<Meeting?> Meeting(this KosmopolitDb db, Network network, Guid id, CancellationToken ct = default) =>
        db.Meetings.Include(m => m.Agendas).SingleOrDefaultAsync(m => m.Id == id && m.NetworkId == network.Id, ct);
}
