using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Mail;

/// <summary>
/// A mail that waits for its turn, was sent, or was given up. It is stored with the write that caused it, so neither
/// happens without the other; requests never wait for a mail server.
/// </summary>
public sealed class OutgoingMail : Entity
{
    /// <summary>Attempts before a mail is given up: about two days.</summary>
    public const int MaxAttempts = 12;

    private OutgoingMail() { }

    /// <param name="language">BCP 47 tag the mail is written in.</param>
    /// <param name="expires">After this moment the mail is useless and is not sent; null when it keeps.</param>
    public OutgoingMail(
        string to,
        string subject,
        string text,
        string html,
        string language,
        DateTimeOffset now,
        DateTimeOffset? expires = null
    )
    {
        (To, Subject, Text, Html, Language) = (to, subject, text, html, language);
        (CreatedAt, DueAt, ExpiresAt) = (now, now, expires);
    }

    public string To { get; private set; } = "";

    /// <summary>Erased with the text once sent or given up: a mail may carry a code or a name.</summary>
    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>A calendar file (RFC 5545) that travels along; empty for most mails, erased with the text.</summary>
    public string Calendar { get; private set; } = "";

    public string Language { get; private set; } = "";

    /// <summary>Where an answer goes; empty for nowhere but the sender.</summary>
    public string ReplyTo { get; private set; } = "";

    /// <summary>Absolute address that ends such mails when a mail program posts to it (RFC 8058); empty when nothing ends them.</summary>
    public string Unsubscribe { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Null once nothing more will be tried. Also the lease: a worker moves it ahead before it sends.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? GivenUpAt { get; private set; }

    public string LastError { get; private set; } = "";

    /// <summary>Lets a calendar file travel along.</summary>
    public OutgoingMail With(string calendar)
    {
        Calendar = calendar;
        return this;
    }

    /// <summary>Lets it wait for a time at which it is wanted; null for at once.</summary>
    public OutgoingMail NotBefore(DateTimeOffset? due)
    {
        DueAt = due > DueAt ? due : DueAt;
        return this;
    }

    /// <summary>Lets an answer go to somebody who agreed to that.</summary>
    public OutgoingMail AnsweredTo(string address)
    {
        ReplyTo = address;
        return this;
    }

    /// <summary>Lets one press in the mail program end such mails.</summary>
    public OutgoingMail EndedAt(string address)
    {
        Unsubscribe = address;
        return this;
    }

    /// <summary>Takes the mail for one attempt; if the process dies meanwhile it comes due again.</summary>
    public void Lease(DateTimeOffset until) => (DueAt, Attempts) = (until, Attempts + 1);

    /// <param name="keepBody">Only the development mailbox keeps what was written.</param>
    public void Sent(DateTimeOffset now, bool keepBody)
    {
        (SentAt, DueAt, LastError) = (now, null, "");
        if (!keepBody)
            (Subject, Text, Html, Calendar, ReplyTo, Unsubscribe) = ("", "", "", "", "", "");
    }

    /// <summary>Waits 1, 2, 4 … minutes, at most eight hours; gives up when the server says never or patience ends.</summary>
    public void Failed(DateTimeOffset now, string error, bool forever)
    {
        LastError = error[..Math.Min(error.Length, 500)];
        if (forever || Attempts >= MaxAttempts || ExpiresAt <= now)
            (GivenUpAt, DueAt, Subject, Text, Html, Calendar, ReplyTo, Unsubscribe) = (now, null, "", "", "", "", "", "");
        else
            DueAt = now.AddMinutes(Math.Min(480, 1 << Math.Min(9, Attempts - 1)));
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("Mails");
        builder.Property(m => m.To).HasMaxLength(254);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Text).HasMaxLength(100_000);
        builder.Property(m => m.Html).HasMaxLength(200_000);
        // Fifty meetings at their longest; a letter brings no more.
        builder.Property(m => m.Calendar).HasMaxLength(200_000);
        builder.Property(m => m.Language).HasMaxLength(35);
        builder.Property(m => m.ReplyTo).HasMaxLength(254);
        builder.Property(m => m.Unsubscribe).HasMaxLength(1000);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.HasIndex(m => m.DueAt);
    }
}
