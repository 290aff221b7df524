using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Notices;

/// <summary>Something that happened and that others may want to hear of.</summary>
/// <param name="Source">Key of the source that told it.</param>
/// <param name="Kind">Name of the event.</param>
/// <param name="Subject">The row it is about.</param>
/// <param name="Path">Page from the root, without a language.</param>
/// <param name="At">When it happened; what is older than a day is no news any more.</param>
public sealed record News(string Source, string Kind, Guid Subject, string Path, DateTimeOffset At)
{
    /// <summary>Whoever follows one of these hears of it; the most particular first: the first that a member follows decides the pace.</summary>
    public IReadOnlyList<Followed> Follows { get; init; } = [];

    /// <summary>The member who did it, who needs not be told.</summary>
    public Guid? By { get; init; }

    /// <summary>Network whose members hear of it although they follow nothing; null for none.</summary>
    public Guid? Network { get; init; }

    /// <summary>Members who follow something from now on because they took part in it.</summary>
    public IReadOnlyList<(Guid Member, Followed What)> Begins { get; init; } = [];

    /// <summary>Everyone may read it: nobody has to be asked whether they may.</summary>
    public bool IsPublic { get; init; }
}

/// <summary>What a member reads of a notice.</summary>
/// <param name="Sentence">What happened, in the reader's language.</param>
/// <param name="Title">Of the thing it is about.</param>
/// <param name="TitleLanguage">BCP 47 tag.</param>
/// <param name="IsPublic">Everyone may read it; otherwise a mail says only that there is something to log in for.</param>
public sealed record NoticeText(string Sentence, string Title, string TitleLanguage, bool IsPublic);

/// <summary>
/// What one room tells those who follow something. A room adds itself with
/// <c>services.AddSingleton&lt;NoticeSource, …&gt;()</c>; nothing else needs to know of it.
/// </summary>
public abstract class NoticeSource
{
    /// <summary>Stable name, at most 40 characters.</summary>
    public abstract string Key { get; }

    /// <summary>Names of the events that may be news; no other is handed to <see cref="Of"/>.</summary>
    public abstract IReadOnlyCollection<string> Kinds { get; }

    /// <summary>What this event is news of; none when it is none of this room's.</summary>
    public abstract Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct);

    /// <summary>
    /// What this reader may read of these notices, by the notice's key; those whose subject is hidden from them, or gone, are
    /// missing. A fixed number of queries, however many there are.
    /// </summary>
    public abstract Task<IReadOnlyDictionary<Guid, NoticeText>> Read(
        KosmopolitDb db,
        Me reader,
        IReadOnlyCollection<Notice> notices,
        Texts t,
        CancellationToken ct
    );

    /// <summary>Whether this reader may read what the news is about.</summary>
    public abstract Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct);
}
