using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Notices;

/// <summary>What somebody may follow. The numbers are stored.</summary>
public enum FollowKind
{
    Country = 1,
    Topic = 2,
    Question = 3,
    Person = 4,
    Network = 5,
    Activity = 6,
    Claim = 7,
}

/// <summary>One thing that is followed.</summary>
/// <param name="Target">Alpha-2 or the code of a former state, key of a topic, or the row's number without hyphens.</param>
public readonly record struct Followed(FollowKind Kind, string Target)
{
    public static Followed Row(FollowKind kind, Guid id) => new(kind, id.ToString("N"));
}

/// <summary>
/// That something happened which a member wanted to hear of. It holds numbers only: what is shown of it is read for this
/// member when they look, so that words that were hidden or erased since are nowhere.
/// </summary>
public sealed class Notice : Entity
{
    private Notice() { }

    /// <param name="because">The followed thing that brought it.</param>
    /// <param name="due">When its mail is due; null for none.</param>
    public Notice(Guid member, News news, Followed because, DateTimeOffset now, DateTimeOffset? due)
    {
        (MemberId, Source, Kind, SubjectId, Path) = (member, news.Source, news.Kind, news.Subject, news.Path);
        (BecauseKind, BecauseOf, At, DueAt) = (because.Kind, because.Target, now, due);
    }

    public Guid MemberId { get; private set; }

    /// <summary>Key of the <see cref="NoticeSource"/> that can read it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Name of what happened.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The row it is about: its source knows of which table.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Page from the root, without a language.</summary>
    public string Path { get; private set; } = "";

    public FollowKind BecauseKind { get; private set; }

    public string BecauseOf { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it went out by mail, or was found not to need to. Also the concurrency token: it goes out once.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public Followed Because => new(BecauseKind, BecauseOf);

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed(DateTimeOffset now) => MailedAt = now;
}
