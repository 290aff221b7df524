using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Among whom somebody is looked for.</summary>
/// <param name="Networks">Members of any of these; empty for everybody.</param>
/// <param name="Named">This one alone; null for all.</param>
public sealed record Pool(IReadOnlyCollection<Guid> Networks, Guid? Named = null);

/// <summary>Somebody who may know.</summary>
/// <param name="Because">What speaks for them, the strongest first.</param>
/// <param name="Reads">BCP 47 tags of languages that they say they read, as far as the asker may know.</param>
public sealed record Knower(Guid Member, double Score, IReadOnlyList<Evidence> Because, IReadOnlyCollection<string> Reads);

/// <summary>
/// Ranks those who may know the answer to a question. Search, which stands above this room, does it: it registers itself
/// here. It goes by what the asker may see, so that nobody is found by what they hid, and by how often they were asked.
/// </summary>
public abstract class WhoKnows
{
    /// <summary>The likeliest first; none when nobody does. The asker is never among them.</summary>
    public abstract Task<IReadOnlyList<Knower>> About(Question question, Me asker, Pool pool, CancellationToken ct);
}
