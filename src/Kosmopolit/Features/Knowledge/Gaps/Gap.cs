using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>
/// Something was looked for and nobody was found: what, and on which day, never by whom and never in whose words.
/// </summary>
public sealed class Gap : Entity
{
    private Gap() { }

    public Gap(DateOnly day, string country, string topic, string language)
    {
        // The usual keys carry the millisecond of their making, which could be laid beside an access log.
        Id = Guid.NewGuid();
        (Day, Country, Topic, Language) = (day, country, topic, language);
    }

    public DateOnly Day { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 or the code of a former state; empty when none was meant.</summary>
    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>BCP 47 tag of the language looked for; empty when none was meant.</summary>
    public string Language { get; private set; } = "";
}

internal sealed class GapMapping : IEntityTypeConfiguration<Gap>
{
    public void Configure(EntityTypeBuilder<Gap> builder)
    {
        builder.ToTable("Gaps");
        builder.Property(g => g.Country).HasMaxLength(12);
        builder.Property(g => g.Topic).HasMaxLength(20);
        builder.Property(g => g.Language).HasMaxLength(35);
        builder.HasIndex(g => new { g.Country, g.Topic });
    }
}
