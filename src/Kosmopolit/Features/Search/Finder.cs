using Kosmopolit.Features.Search.Answering;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Search;

/// <summary>Answers "who knows …?": one call for the page, the API and everything else that looks for something.</summary>
public sealed class Finder(Asked asked, Look look, Confirmation confirmation, FactsFinder facts, Unanswered unanswered)
{
    /// <summary>Finds what this reader may know of. Never throws on what a person typed.</summary>
    /// <exception cref="OperationCanceledException">The reader went away.</exception>
    public async Task<SearchAnswer> Find(SearchQuestion question, Me me, CancellationToken ct = default)
    {
        var (meant, reading, criteria) = await asked.WithMeaning(question, ct);
        List<Understood> understood = [.. reading.Leads.SelectMany(l => l.Meanings.Select(m => new Understood(m.Kind, m.Code, l.Text)))];
        if (reading.Aim is { } aim)
            understood.Add(new Understood(LeadKind.Aim, aim.Kind, aim.Text));
        if (look.For(reading, meant, me) is not { } found)
            return await facts.Find(meant, criteria, me, ct) with { Understood = understood, State = look.WhyNot };
        var answer = new SearchAnswer
        {
            Hits = await confirmation.Of(found.Page, reading, criteria, me, ct),
            Total = found.Total,
            TotalsByKind = found.TotalsByKind,
            Facets = found.Facets,
            Understood = understood,
            NextAfter = found.NextAfter,
            OnlyWords = reading.Vector is null,
        };
        var nobody = meant.Kind is null or Kinds.Person && !found.TotalsByKind.ContainsKey(Kinds.Person);
        return nobody ? answer with { Nearest = await unanswered.By(meant, reading, criteria, me, ct) } : answer;
    }
}
