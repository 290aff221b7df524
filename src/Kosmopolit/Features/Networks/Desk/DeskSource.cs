using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Networks.Desk;

/// <summary>For whom a desk is laid, and when.</summary>
/// <param name="Network">The network that the reader runs.</param>
/// <param name="Reader">
/// The coordinator, or before the handover the facilitator. A source asks with this and not with the request's reader:
/// the Monday mail is written when nobody is signed in.
/// </param>
public sealed record DeskVisit(Network Network, Me Reader, DateTimeOffset Now, Texts Texts);

/// <summary>One thing that waits for those who run a network, and the one next step.</summary>
/// <param name="Text">A sentence in the reader's language; names only what its owner shows to this reader.</param>
/// <param name="Step">Words of the link to the next step, such as "Read the requests".</param>
/// <param name="Path">Where the step is taken: path from the root, without a language.</param>
public sealed record DeskRow(string Text, string Step, string Path)
{
    /// <summary>When it becomes urgent or ends; null when it can wait. Sooner stands higher within its source.</summary>
    public DateTimeOffset? Due { get; init; }
}

/// <summary>
/// What one room lays on the coordinator's desk and into the Monday mail. A room adds itself with
/// <c>services.AddScoped&lt;DeskSource, …&gt;()</c>; nothing else needs to know of it.
/// </summary>
public abstract class DeskSource
{
    /// <summary>Place on the desk: what people wait for stands first (10), what can wait last (90).</summary>
    public abstract int Order { get; }

    /// <summary>Heading over the rows, in the reader's language.</summary>
    public abstract string Heading(Texts t);

    /// <summary>The rows, or none. A fixed number of queries, however many rows there are.</summary>
    public abstract Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct);
}
