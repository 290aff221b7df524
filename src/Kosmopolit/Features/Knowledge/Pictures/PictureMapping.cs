using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Pictures;

internal sealed class PictureMapping
    : IEntityTypeConfiguration<Picture>,
        IEntityTypeConfiguration<PictureFile>,
        IEntityTypeConfiguration<PictureUse>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("Pictures");
        builder.Property(p => p.Description).HasMaxLength(Easel.MostDescription);
        builder.Ignore(p => p.Name);
        builder.HasIndex(p => p.ById);
    }

    public void Configure(EntityTypeBuilder<PictureFile> builder)
    {
        builder.ToTable("PictureFiles");
        builder.HasOne<Picture>().WithMany().HasForeignKey(f => f.PictureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.PictureId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PictureUse> builder)
    {
        builder.ToTable("PictureUses");
        builder.HasOne<Article>().WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Picture>().WithMany().HasForeignKey(u => u.PictureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(u => new { u.ArticleId, u.PictureId }).IsUnique();
    }
}
