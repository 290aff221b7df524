using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A country a firm sells to, from when to when.</summary>
public sealed class ExportMarket : Entity
{
    private ExportMarket() { }

    public ExportMarket(Guid firm, string country, int sinceYear, Audience audience) =>
        (FirmId, Country, SinceYear, Audience) = (firm, country, sinceYear, audience);

    public Guid FirmId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    public int SinceYear { get; private set; }

    /// <summary>The last year of sales; null while they go on.</summary>
    public int? UntilYear { get; private set; }

    public Audience Audience { get; private set; }

    public void Correct(string country, int since, int? until, Audience audience)
    {
        (Country, SinceYear, UntilYear, Audience) = (country, since, until, audience);
        Raise(new FirmChanged(FirmId));
    }
}

/// <summary>
/// From when a firm stood where on its way abroad, and who said so. Never changed and never shown: only sums of these
/// rows are, so that a figure of any day can be worked out again.
/// </summary>
public sealed class ExportStatusChange : Entity
{
    private ExportStatusChange() { }

    /// <param name="by">The member who said it; null when it came with the firm.</param>
    public ExportStatusChange(Guid firm, ExportStatus status, DateTimeOffset from, Guid? by) =>
        (FirmId, Status, From, ById) = (firm, status, from, by);

    public Guid FirmId { get; private set; }

    public ExportStatus Status { get; private set; }

    public DateTimeOffset From { get; private set; }

    public Guid? ById { get; private set; }
}
