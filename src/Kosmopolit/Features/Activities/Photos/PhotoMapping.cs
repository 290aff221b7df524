using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.Photos;

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>, IEntityTypeConfiguration<PhotoFile>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("Photos");
        builder.Property(p => p.Description).HasMaxLength(Easel.MostDescription);
        builder.Property(p => p.Language).HasMaxLength(35);
        builder.Ignore(p => p.Name);
        builder.HasOne<Activity>().WithMany().HasForeignKey(p => p.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ActivityId, p.At });
        builder.HasIndex(p => p.ById);
    }

    public void Configure(EntityTypeBuilder<PhotoFile> builder)
    {
        builder.ToTable("PhotoFiles");
        builder.HasOne<Photo>().WithMany().HasForeignKey(f => f.PhotoId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.PhotoId).IsUnique();
    }
}
