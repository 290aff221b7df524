using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>What to offer somebody whose question found no person: a wider question, neighbours, another spelling.</summary>
public sealed class NearestThing(Understanding understanding, Look look, Spelling spelling, Atlas atlas)
{
    private const int MaxNeighbours = 5;

    /// <summary>From the least important: without a topic an answer is still about the country, without the country it is not.</summary>
    private static readonly LeadKind[] Droppable = [LeadKind.Topic, LeadKind.Region, LeadKind.Sector, LeadKind.Language];

    internal Nearest? To(SearchQuestion question, Reading reading, Criteria criteria, Me me)
    {
        var (dropped, wider, total) = Wider(question with { After = null }, reading, me);
        var neighbours = Neighbours(criteria, me);
        IReadOnlyList<Understood> spelt = reading.Leads.Count == 0 ? spelling.Near(reading) : [];
        return wider is null && neighbours.Count == 0 && spelt.Count == 0 ? null : new Nearest(dropped, wider, total, neighbours, spelt);
    }

    private (Understood? Dropped, SearchQuestion? Wider, int Total) Wider(SearchQuestion question, Reading reading, Me me)
    {
        var removals = Droppable.SelectMany(kind => Removals(question, reading, kind)).ToList();
        foreach (var (dropped, remove) in removals)
            if (People(remove(question), me) is > 0 and var total)
                return (dropped, remove(question), total);
        // No single one stands in the way: take them away one after the other.
        var wider = question;
        foreach (var (dropped, remove) in removals)
        {
            wider = remove(wider);
            if (People(wider, me) is > 0 and var total)
                return (dropped, wider, total);
        }
        return (null, null, 0);
    }

    private static IEnumerable<(Understood Dropped, Func<SearchQuestion, SearchQuestion> Remove)> Removals(
        SearchQuestion question,
        Reading reading,
        LeadKind kind
    )
    {
        var (filter, without) = Filter(question, kind);
        if (filter is not null)
            yield return (new Understood(kind, filter, ""), without);
        foreach (var lead in reading.Leads.Where(l => l.Meanings.All(m => m.Kind == kind)))
            yield return (
                new Understood(kind, lead.Meanings[0].Code, lead.Text),
                q => q with { Ignore = [.. q.Ignore, .. lead.Meanings.Select(m => m.Code)] }
            );
    }

    private static (string? Code, Func<SearchQuestion, SearchQuestion> Without) Filter(SearchQuestion question, LeadKind kind) =>
        kind switch
        {
            LeadKind.Topic => (question.Topic, q => q with { Topic = null }),
            LeadKind.Region => (question.Region, q => q with { Region = null }),
            LeadKind.Sector => (question.Sector, q => q with { Sector = null }),
            _ => (question.Language, q => q with { Language = null }),
        };

    private int People(SearchQuestion question, Me me) => look.Count(understanding.Of(question), question, me, Kinds.Person);

    private List<Neighbour> Neighbours(Criteria criteria, Me me)
    {
        var borders = criteria
            .Countries.SelectMany(c => atlas.Country(c)?.Borders ?? [])
            .Distinct()
            .Where(c => !criteria.Countries.Contains(c))
            .ToList();
        if (borders.Count == 0)
            return [];
        var people = look.PeopleByCountry(me);
        return
        [
            .. borders
                .Select(c => new Neighbour(c, people.GetValueOrDefault(c)))
                .Where(n => n.People > 0)
                .OrderByDescending(n => n.People)
                .ThenBy(n => n.Country)
                .Take(MaxNeighbours),
        ];
    }
}
