using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>
/// A sheet on its way in: looked at, confirmed, perhaps undone. Until it is confirmed only the sealed file lies here, for
/// a day; afterwards only that it happened.
/// </summary>
public sealed class Import : Entity, IRevised
{
    /// <summary>How long a file that nobody confirms is kept.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>How long a confirmed import can be undone.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromDays(1);

    private Import() { }

    /// <param name="content">The file, sealed with the installation's keys.</param>
    public Import(Guid network, Guid by, string fileName, byte[] content, DateTimeOffset now) =>
        (NetworkId, ById, FileName, Content, CreatedAt) = (network, by, fileName, content, now);

    public Guid NetworkId { get; private set; }

    /// <summary>The account that brought the file.</summary>
    public Guid ById { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Null once it was confirmed, thrown away or forgotten.</summary>
    public byte[]? Content { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How letters are stored, when somebody has said so; otherwise empty.</summary>
    public string Letters { get; private set; } = "";

    /// <summary>Numbers of <see cref="SheetColumn"/> in the order of the columns, separated by commas; empty for the guess.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>Whether the first row holds headings; null for the guess.</summary>
    public bool? HasHeadings { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>People invited by it, for the list of imports.</summary>
    public int Invited { get; private set; }

    public int Revision { get; set; }

    public bool IsOpen => Content is not null;

    public bool CanUndo(DateTimeOffset now) => ConfirmedAt is { } at && UndoneAt is null && now < at + Regret;

    public void ReadAs(string letters, string columns, bool? hasHeadings) =>
        (Letters, Columns, HasHeadings) = (letters, columns, hasHeadings);

    /// <summary>The file is forgotten: it was confirmed, thrown away, or lay here for a day.</summary>
    public void Forget() => Content = null;

    public Refusal? Confirm(int invited, DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
            return new Refusal("This has been confirmed already. Nobody was invited twice.");
        if (!IsOpen)
            return new Refusal("The file is no longer here. Bring it once more.");
        (ConfirmedAt, Invited, Content) = (now, invited, null);
        Raise(new ImportConfirmed(Id, NetworkId, invited));
        return null;
    }

    public Refusal? Undo(DateTimeOffset now)
    {
        if (UndoneAt is not null)
            return new Refusal("This has been undone already.");
        if (!CanUndo(now))
            return new Refusal("An import can be undone for one day. You can still take single invitations back.");
        UndoneAt = now;
        Raise(new ImportUndone(Id, NetworkId));
        return null;
    }
}

/// <summary>
/// Somebody a coordinator wrote into a sheet: a waiting invitation with what was written beside the address. It makes
/// nobody a member and nobody findable; it goes when the person answers, when the invitation ends, or when it is undone.
/// </summary>
public sealed class ImportedPerson : Entity
{
    private ImportedPerson() { }

    public ImportedPerson(Import import, CheckedRow row, Guid invitation, Guid mail)
    {
        (ImportId, NetworkId, InvitationId, MailId, Line) = (import.Id, import.NetworkId, invitation, mail, row.Line);
        (Email, Name, Firm, Number, Municipality) = (row.Email, row.Name, row.Firm, row.Number, row.Municipality);
    }

    public Guid ImportId { get; private set; }

    public Guid NetworkId { get; private set; }

    public Guid InvitationId { get; private set; }

    public Guid MailId { get; private set; }

    public int Line { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Firm { get; private set; } = "";

    /// <summary>Ten digits, or empty.</summary>
    public string Number { get; private set; } = "";

    /// <summary>SCB code, or empty.</summary>
    public string Municipality { get; private set; } = "";
}

/// <param name="Invited">People who were sent an invitation.</param>
public sealed record ImportConfirmed(Guid ImportId, Guid NetworkId, int Invited);

public sealed record ImportUndone(Guid ImportId, Guid NetworkId);

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportedPerson>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(i => i.Letters).HasMaxLength(20);
        builder.Ignore(i => i.IsOpen);
        builder.HasOne<Network>().WithMany().HasForeignKey(i => i.NetworkId);
        builder.HasIndex(i => new { i.NetworkId, i.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ImportedPerson> builder)
    {
        builder.ToTable("ImportedPeople");
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.Property(p => p.Number).HasMaxLength(10);
        builder.Property(p => p.Municipality).HasMaxLength(4);
        builder.HasOne<Import>().WithMany().HasForeignKey(p => p.ImportId);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(p => p.InvitationId);
        builder.HasIndex(p => p.NetworkId);
        // One row confirmed twice, by whatever road, is refused by the database.
        builder.HasIndex(p => new { p.ImportId, p.Line }).IsUnique();
    }
}
