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

    public bool IsSignedIn => AccountId is not null;

    public bool IsMember => Networks.Count > 0;

    public bool Is(Role role, Guid? scope = null) => Mandates.Any(m => m.Role == role && (scope is null || m.Scope == scope));

    /// <summary>
    /// Names everyone who sees exactly the same of others, their own page apart: what is cached for one may be shown to
    /// the other.
    /// </summary>
    public string Company => Networks.Count == 0 ? (IsSignedIn ? "signed-in" : "visitor") : string.Join(',', Networks.Order());

    /// <summary>Somebody of the same company, nobody in particular: sees what all of them see and holds no right.</summary>
    public Me AsAnyoneOfCompany() => this with { AccountId = IsSignedIn ? Guid.Empty : null, MemberId = null, Mandates = [] };
}

public readonly record struct HeldMandate(Role Role, Guid? Scope);
