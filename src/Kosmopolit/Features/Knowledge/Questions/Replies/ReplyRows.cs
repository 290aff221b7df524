using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>What became of a mail that came in. The names are stored.</summary>
public enum Reception
{
    /// <summary>Not for us, or from a machine: nobody hears of it.</summary>
    Ignored = 0,
    Posted = 1,

    /// <summary>Known already by its Message-ID.</summary>
    Repeated = 2,

    /// <summary>Came from another address than the member's: they are asked by mail.</summary>
    ToConfirm = 3,

    /// <summary>The address takes no answers any more, or is none that we made.</summary>
    NoSuchAddress = 4,

    /// <summary>Too large, empty, too long, or the question is closed: its writer is told why.</summary>
    Refused = 5,

    /// <summary>A fault of ours: it could not be taken and is tried again. One row for each attempt, until it is dealt with.</summary>
    Failed = 6,
}

/// <summary>That a mail came in, so that the same is not taken twice nor a stranger answered twice: no address, no word of it.</summary>
public sealed class ReceivedMail : Entity
{
    private ReceivedMail() { }

    public ReceivedMail(string key, string sender, Reception reception, DateTimeOffset now) =>
        (Key, Sender, Reception, At) = (Hash(key), Hash(sender.ToUpperInvariant()), reception, now);

    /// <summary>Hash of the Message-ID.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Hash of the sender's address.</summary>
    public string Sender { get; private set; } = "";

    public Reception Reception { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>An answer that came from an address we do not know as the member's: it waits a week for their word.</summary>
public sealed class PendingReply : Entity
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private PendingReply() { }

    public PendingReply(Ask ask, string text, DateTimeOffset now) =>
        (AskId, QuestionId, MemberId, Text, At) = (ask.Id, ask.QuestionId, ask.MemberId, text, now);

    public Guid AskId { get; private set; }

    public Guid QuestionId { get; private set; }

    public Guid MemberId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class ReplyMapping : IEntityTypeConfiguration<ReceivedMail>, IEntityTypeConfiguration<PendingReply>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("ReceivedMails");
        builder.Property(m => m.Key).HasMaxLength(32);
        builder.Property(m => m.Sender).HasMaxLength(32);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.Sender, m.At });
        builder.HasIndex(m => m.At);
    }

    public void Configure(EntityTypeBuilder<PendingReply> builder)
    {
        builder.ToTable("PendingReplies");
        builder.Property(p => p.Text).HasMaxLength(QuestionMapping.MostText);
        builder.HasOne<Ask>().WithMany().HasForeignKey(p => p.AskId);
        builder.HasOne<Question>().WithMany().HasForeignKey(p => p.QuestionId);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.At);
    }
}

/// <summary>Forgets what came in long ago, and what waited for a word that never came.</summary>
public sealed class ForgetReplies(KosmopolitDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public async Task<bool> Run(DateTimeOffset now, CancellationToken ct)
    {
        var (mails, replies) = (now - Kept, now - PendingReply.Patience);
        var gone = await db.Set<ReceivedMail>().Where(m => m.At < mails).ExecuteDeleteAsync(ct);
        gone += await db.Set<PendingReply>().Where(p => p.At < replies).ExecuteDeleteAsync(ct);
        return gone > 0;
    }
}
