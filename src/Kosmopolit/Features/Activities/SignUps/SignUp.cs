using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.SignUps;

public enum SignUpState
{
    /// <summary>Would come, if it comes to something.</summary>
    Interested = 0,

    /// <summary>A visitor who has not opened the link of the mail yet.</summary>
    Unconfirmed = 1,
    Waiting = 2,
    Coming = 3,
    Left = 4,
}

/// <summary>Somebody who wants to take part: a member, or a visitor with an address. One row a person; its state moves.</summary>
public sealed class SignUp : Entity
{
    /// <summary>How long a visitor's sign-up waits for its mail to be opened.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private SignUp() { }

    public SignUp(Guid activity, Guid member, DateTimeOffset now) => (ActivityId, MemberId, At) = (activity, member, now);

    public Guid ActivityId { get; private set; }

    public Guid? MemberId { get; private set; }

    /// <summary>A visitor's name as they wrote it; seen by the organisers.</summary>
    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Null for members, who are known by their number.</summary>
    public string? NormalizedEmail { get; private set; }

    /// <summary>BCP 47 tag of the pages a visitor reads.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Of the secret in a visitor's mail; null for members.</summary>
    public string? Hash { get; private set; }

    /// <summary>Mails with a link to a visitor since <see cref="LinksSince"/>.</summary>
    public int Links { get; private set; }

    /// <summary>When the first of them was written; an hour later the count begins anew. Null for members.</summary>
    public DateTimeOffset? LinksSince { get; private set; }

    /// <summary>By which shared costs know them: a member everywhere by the same number.</summary>
    public Guid Person => MemberId ?? Id;

    public SignUpState State { get; private set; }

    /// <summary>When the present state began: the order of the waiting list.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The answer to what is asked at sign-up.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Hours before the beginning at which a reminder is wanted; 0 for none.</summary>
    public int RemindHours { get; private set; }

    /// <summary>The beginning they were last reminded of.</summary>
    public DateTimeOffset? RemindedOf { get; private set; }

    /// <summary>When an organiser noted that their share is paid.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When they were noted as present.</summary>
    public DateTimeOffset? AttendedAt { get; private set; }

    public static (SignUp Row, string Token) OfVisitor(
        Guid activity,
        string name,
        (string Written, string Normalized) email,
        string language,
        DateTimeOffset now
    )
    {
        var row = new SignUp
        {
            ActivityId = activity,
            Name = name,
            Email = email.Written,
            NormalizedEmail = email.Normalized,
            Language = language,
            State = SignUpState.Unconfirmed,
            At = now,
        };
        return (row, row.Renew(now));
    }

    /// <summary>A fresh secret for a visitor whose last mail was lost.</summary>
    public string Renew(DateTimeOffset now)
    {
        (Links, LinksSince) = LinksSince > now.AddHours(-1) ? (Links + 1, LinksSince) : (1, now);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));
        Hash = HashOf(token);
        if (State is SignUpState.Left or SignUpState.Unconfirmed)
            (State, At) = (SignUpState.Unconfirmed, now);
        return token;
    }

    /// <summary>Whoever left and gets no further mail now comes back by the link of the last one.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (State == SignUpState.Left)
            (State, At) = (SignUpState.Unconfirmed, now);
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Tell(string answer, int remindHours) => (Answer, RemindHours) = (answer, remindHours);

    public void Become(SignUpState state, DateTimeOffset now)
    {
        if (State == state)
            return;
        (State, At) = (state, now);
        Raise(state == SignUpState.Left ? new SignedOff(Id, ActivityId) : new SignedUp(Id, ActivityId));
    }

    public void Settle(DateTimeOffset? at) => SettledAt = at;

    public void Attend(DateTimeOffset? at) => AttendedAt = at;

    public void Reminded(DateTimeOffset of) => RemindedOf = of;
}

internal sealed class SignUpMapping : IEntityTypeConfiguration<SignUp>
{
    public const int MostAnswer = 500;

    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("SignUps");
        builder.Ignore(s => s.Person);
        builder.Property(s => s.Name).HasMaxLength(100);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.NormalizedEmail).HasMaxLength(254);
        builder.Property(s => s.Language).HasMaxLength(35);
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.Answer).HasMaxLength(MostAnswer);
        builder.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        // Once each, whatever is pressed twice.
        builder.HasIndex(s => new { s.ActivityId, s.MemberId }).IsUnique();
        builder.HasIndex(s => new { s.ActivityId, s.NormalizedEmail }).IsUnique();
        builder.HasIndex(s => s.NormalizedEmail);
        builder.HasIndex(s => s.Hash).IsUnique();
        builder.HasIndex(s => s.MemberId);
    }
}
