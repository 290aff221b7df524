namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>What somebody still puts up with.</summary>
/// <param name="Left">How often they may be asked within these <see cref="AskPatience.Span"/>, without what trips asked them.</param>
/// <param name="MailAt">When a mail may go to them; null when they want none, and read it on the site only.</param>
public sealed record Patience(int Left, DateTimeOffset? MailAt);

/// <summary>
/// Knows how members said that they want to be asked, and how often they were. Search, which stands above this room and the one in
/// which they say it, does it: it registers itself here.
/// </summary>
public abstract class AskPatience
{
    public static readonly TimeSpan Span = TimeSpan.FromDays(7);

    public abstract Task<Patience> Of(Guid member, DateTimeOffset now, CancellationToken ct);
}
