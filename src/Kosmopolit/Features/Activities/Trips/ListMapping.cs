using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.Trips;

/// <summary>Who sleeps where, and who rides in what.</summary>
internal sealed class ListMapping
    : IEntityTypeConfiguration<TripRoom>,
        IEntityTypeConfiguration<Bed>,
        IEntityTypeConfiguration<Ride>,
        IEntityTypeConfiguration<RideSeat>
{
    public void Configure(EntityTypeBuilder<TripRoom> builder)
    {
        builder.ToTable("TripRooms");
        builder.Ignore(r => r.Nights);
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
    }

    public void Configure(EntityTypeBuilder<Bed> builder)
    {
        builder.ToTable("TripBeds");
        builder.HasOne<Activity>().WithMany().HasForeignKey(b => b.ActivityId);
        builder.HasOne<TripRoom>().WithMany().HasForeignKey(b => b.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SignUp>().WithMany().HasForeignKey(b => b.SignUpId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(b => b.MemberId).OnDelete(DeleteBehavior.Restrict);
        // One room a night, whatever is pressed at once.
        builder.HasIndex(b => new { b.SignUpId, b.Night }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Ride> builder)
    {
        builder.ToTable("TripRides");
        builder.Property(r => r.TimeZone).HasMaxLength(64);
        builder.Ignore(r => r.ArrivesAt);
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
    }

    public void Configure(EntityTypeBuilder<RideSeat> builder)
    {
        builder.ToTable("TripSeats");
        builder.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId);
        builder.HasOne<Ride>().WithMany().HasForeignKey(s => s.RideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SignUp>().WithMany().HasForeignKey(s => s.SignUpId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.SignUpId, s.RideId }).IsUnique();
    }
}

/// <summary>Whom a trip meets, who receives it, whom it rings, what it leaves behind.</summary>
internal sealed class AroundMapping
    : IEntityTypeConfiguration<ToldMeeting>,
        IEntityTypeConfiguration<TripHost>,
        IEntityTypeConfiguration<EmergencyNumbers>,
        IEntityTypeConfiguration<Lesson>
{
    public const int MostLesson = 1500;

    public const int MostNumber = 100;

    public void Configure(EntityTypeBuilder<ToldMeeting> builder)
    {
        builder.ToTable("ToldMeetings");
        builder.Ignore(m => m.Time);
        builder.Ignore(m => m.EndsAt);
        builder.HasOne<Activity>().WithMany().HasForeignKey(m => m.ActivityId);
        builder.HasOne<Traveller>().WithMany().HasForeignKey(m => m.TravellerId).OnDelete(DeleteBehavior.Cascade);
        // Told once, by however many clocks.
        builder.HasIndex(m => new { m.TravellerId, m.CounterpartId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TripHost> builder)
    {
        builder.ToTable("TripHosts");
        builder.Ignore(h => h.IsHost);
        builder.HasOne<Activity>().WithMany().HasForeignKey(h => h.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(h => h.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(h => h.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.ActivityId, h.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EmergencyNumbers> builder)
    {
        builder.ToTable("EmergencyNumbers");
        builder.Property(n => n.Country).HasMaxLength(2);
        builder.Property(n => n.Police).HasMaxLength(MostNumber);
        builder.Property(n => n.Ambulance).HasMaxLength(MostNumber);
        builder.Ignore(n => n.IsEmpty);
        builder.HasOne<Activity>().WithMany().HasForeignKey(n => n.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.ActivityId, n.Country }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Lesson> builder)
    {
        builder.ToTable("TripLessons");
        builder.Property(l => l.Matter).HasMaxLength(20);
        builder.Property(l => l.Text).HasMaxLength(MostLesson);
        builder.Property(l => l.Language).HasMaxLength(35);
        builder.Property(l => l.Became).HasMaxLength(300);
        builder.HasOne<Activity>().WithMany().HasForeignKey(l => l.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(l => l.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(l => new
            {
                l.ActivityId,
                l.MemberId,
                l.Matter,
            })
            .IsUnique();
    }
}
