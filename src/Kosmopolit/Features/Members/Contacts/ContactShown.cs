using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Contacts;

/// <summary>Where contact details were shown.</summary>
public enum ShownBy
{
    Page = 1,
    Card = 2,
    Api = 3,
    Sheet = 4,
}

/// <summary>
/// A day on which somebody who was signed in saw a member's e-mail address or phone number. Kept for a year, for the
/// member alone. Visitors are not noted: what is open to everyone leaves no trace of who reads it.
/// </summary>
public sealed class ContactShown : Entity
{
    private ContactShown() { }

    /// <param name="viewer">The account that looked.</param>
    public ContactShown(Guid member, Guid viewer, DateOnly day, ShownBy by) => (MemberId, ViewerId, Day, By) = (member, viewer, day, by);

    public Guid MemberId { get; private set; }

    public Guid ViewerId { get; private set; }

    public DateOnly Day { get; private set; }

    public ShownBy By { get; private set; }
}

internal sealed class ContactShownMapping : IEntityTypeConfiguration<ContactShown>
{
    public void Configure(EntityTypeBuilder<ContactShown> builder)
    {
        builder.ToTable("ContactsShown");
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        builder
            .HasIndex(c => new
            {
                c.MemberId,
                c.ViewerId,
                c.Day,
                c.By,
            })
            .IsUnique();
        builder.HasIndex(c => c.Day);
    }
}
