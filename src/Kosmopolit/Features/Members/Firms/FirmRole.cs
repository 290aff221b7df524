using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A member's part in a firm, from when to when.</summary>
public sealed class FirmRole : Entity
{
    private FirmRole() { }

    public FirmRole(Guid firm, Guid member, string role, DateTimeOffset since, Audience audience) =>
        (FirmId, MemberId, Role, Since, Audience) = (firm, member, role, since, audience);

    public Guid FirmId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>Key of the role: <c>owner</c>, <c>partner</c>, <c>manager</c> or <c>employee</c>.</summary>
    public string Role { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who may see that this person belongs to this firm.</summary>
    public Audience Audience { get; private set; }
}

/// <summary>A country a firm sells to.</summary>
public sealed class ExportMarket : Entity
{
    private ExportMarket() { }

    public ExportMarket(Guid firm, string country, int sinceYear, Audience audience) =>
        (FirmId, Country, SinceYear, Audience) = (firm, country, sinceYear, audience);

    public Guid FirmId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    public int SinceYear { get; private set; }

    public int? UntilYear { get; private set; }

    public Audience Audience { get; private set; }
}
