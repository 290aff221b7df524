using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Ui.Caching;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>Lays demand beside supply, per country and topic, for one company of readers.</summary>
public sealed class GapMap(Me me, GapDemand demand, GapSupply supply, Remembered remembered)
{
    /// <summary>Every cell in which something is asked for or known, the largest gap first.</summary>
    public Task<IReadOnlyList<GapCell>> All() => remembered.For(me, "gaps", 400, Read);

    private async Task<IReadOnlyList<GapCell>> Read(Me who)
    {
        var cells = new Dictionary<(string Country, string Topic), GapCell>();
        void Count(string country, string topic, Func<GapCell, GapCell> change)
        {
            // Former states have longer codes; what is missing there can no longer be found out by going there.
            if (country.Length != 2)
                return;
            var shelf = Shelf(topic);
            cells[(country, shelf)] = change(cells.GetValueOrDefault((country, shelf), new GapCell(country, shelf)));
        }
        await demand.Count(who, Count);
        await supply.Count(who, Count);
        return
        [
            .. cells
                .Values.OrderByDescending(c => c.Size)
                .ThenBy(c => c.Country, StringComparer.Ordinal)
                .ThenBy(c => c.Topic, StringComparer.Ordinal),
        ];
    }

    /// <summary>Texts stand under five topics; who asks for customs asks for a part of doing business.</summary>
    private static string Shelf(string topic) =>
        KnowledgeTopics.OfCountries.Contains(topic) ? topic
        : TopicKeys.Parse(topic) is not { } part ? ""
        : part == Topics.Etiquette ? "culture"
        : "business";
}
