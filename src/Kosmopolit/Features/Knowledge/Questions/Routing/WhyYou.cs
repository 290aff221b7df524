using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>
/// Tells whoever was asked why: where it was asked, and what of their own fits. Nothing of anybody else is in it, so that it may
/// also stand in a mail about a question whose words may not.
/// </summary>
public sealed class WhyYou(KosmopolitDb db, EvidenceWording wording)
{
    /// <param name="reader">The one who was asked.</param>
    public async Task<string> Say(Ask ask, Question question, Me reader, Texts t, CancellationToken ct = default) =>
        (await Say([new AskedView(ask, question)], reader, t, ct))[ask.Id];

    /// <returns>Sentences by the key of the ask; empty where there is nothing to say.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> Say(
        IReadOnlyCollection<AskedView> asked,
        Me reader,
        Texts t,
        CancellationToken ct = default
    )
    {
        var ids = asked.Select(a => a.Question.NetworkId).OfType<Guid>().Distinct().ToList();
        var names =
            ids.Count == 0
                ? []
                : await db.Networks.VisibleTo(reader).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return asked.ToDictionary(a => a.Row.Id, a => One(a, names, reader, t));
    }

    private string One(AskedView asked, Dictionary<Guid, string> names, Me reader, Texts t)
    {
        var (ask, question) = asked;
        var network = question.Reach == Reach.Network ? question.NetworkId : null;
        var isHome = network is { } id && reader.Networks.Contains(id);
        var name = network is { } known ? names.GetValueOrDefault(known) : null;
        var where =
            name is null ? ""
            : isHome ? t["It was asked in your network {0}.", name]
            : t["It was asked in the network {0}. Whoever asked agreed that it goes on to others.", name];
        // That they are in the same network is said by its name.
        var because = wording.ToYou(Evidence.Unpack(ask.Because).Where(e => !(isHome && e.Kind == EvidenceKind.Near)), t);
        return $"{where} {(because.Length > 0 ? t["We ask you because {0}.", because] : "")}".Trim();
    }
}
