namespace Kosmopolit.Platform.Auth;

/// <summary>
/// Whoever this request is for. Queries hide with it, verbs decide with it; it is loaded once per request from the
/// database, so that a right that ended is gone on the next click, however old the session.
/// </summary>
public sealed record Me
{
    public static readonly Me Visitor = new();

    public Guid? AccountId { get; init; }

    /// <summary>The member this account belongs to, if any.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Networks in which this person is a member today.</summary>
    public IReadOnlyList<Guid> Networks { get; init; } = [];

    /// <summary>Mandates that hold right now.</summary>
    public IReadOnlyList<HeldMandate> Mandates { get; init; } = [];

    /// <summary>The session of this browser.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>When this person last proved, in this browser, that they are the account's owner.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>News that this person has not read; 0 on pages that a whole company sees alike.</summary>
    public int Unread { get; init; }

    /// <summary>
    /// BCP 47 tags of what this person wants to read, in their order. It chooses among versions of a text and shows nothing
    /// of the person; it is known also on pages that a company of readers with the same languages shares.
    /// </summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>
    /// In which languages this person is shown a text that stands in several, the best first: the page's own, then what they
    /// say they read, then English, which more people read than any other language that a text may have begun in.
    /// </summary>
    /// <param name="page">BCP 47 tag of the language of the page.</param>
    public IEnumerable<string> ReadsBesides(string page) => Reads.Prepend(page).Append("en").Distinct();

    public bool IsSignedIn => AccountId is not null;

    public bool IsMember => Networks.Count > 0;

    /// <summary>Whether a proof is young enough for verbs that do harm in the wrong hands.</summary>
    public bool HasProved(DateTimeOffset now) => now - ProvedAt < StepUp.ProofGate.Holds;

    public bool Is(Role role, Guid? scope = null) => Mandates.Any(m => m.Role == role && (scope is null || m.Scope == scope));

    /// <summary>
    /// Names everyone who sees exactly the same of others, their own page apart: what is cached for one may be shown to
    /// the other.
    /// </summary>
    public string Company => Networks.Count == 0 ? (IsSignedIn ? "signed-in" : "visitor") : string.Join(',', Networks.Order());

    /// <summary>Somebody of the same company, nobody in particular: sees what all of them see and holds no right.</summary>
    public Me AsAnyoneOfCompany() =>
        this with
        {
            AccountId = IsSignedIn ? Guid.Empty : null,
            MemberId = null,
            Mandates = [],
            SessionId = null,
            ProvedAt = null,
            Unread = 0,
        };
}

public readonly record struct HeldMandate(Role Role, Guid? Scope);
