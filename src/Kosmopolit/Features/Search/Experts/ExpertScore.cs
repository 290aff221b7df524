using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using W = Kosmopolit.Features.Search.Experts.ExpertWeights;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>Somebody weighed: how much speaks for them, and what, the strongest first.</summary>
public sealed record Weighed(ExpertFacts Facts, double Score, IReadOnlyList<Evidence> Because);

/// <summary>Weighs people against what is wanted. Pure: the same facts give the same order.</summary>
public static class ExpertScore
{
    /// <summary>Those who know, the likeliest first; whoever answers no part of the question is left out.</summary>
    /// <param name="votes">Points of passages by the person's place in <paramref name="people"/>.</param>
    public static IReadOnlyList<Weighed> Rank(
        Wanted wanted,
        IReadOnlyList<ExpertFacts> people,
        IReadOnlyDictionary<int, double> votes,
        int year
    )
    {
        var best = votes.Count == 0 ? 0 : votes.Values.Max();
        // Where nobody has declared anything yet, what people wrote is all there is.
        var onlyWords = people.All(p => p.Person.Markets.Count == 0 && p.Person.Languages.Count == 0);
        if (onlyWords)
            wanted = new Wanted(wanted.Words, wanted.Language);
        return
        [
            .. people
                .Select((p, i) => Weigh(wanted, p, new(votes.GetValueOrDefault(i), best, onlyWords), year))
                .OfType<Weighed>()
                .OrderByDescending(w => w.Score)
                // Of equals the order must tell nothing and stay the same.
                .ThenBy(w => w.Facts.Person.Id),
        ];
    }

    private static Weighed? Weigh(Wanted wanted, ExpertFacts facts, Said said, int year)
    {
        var found = new List<(double Weight, Evidence Evidence)>();
        found.AddRange(wanted.Grounds.Select(g => Ground(g, wanted, facts, year)).OfType<(double, Evidence)>());
        found.AddRange(Deeds(wanted, facts));
        var knows = found.Count > 0;
        found.AddRange(Languages(wanted, facts));
        found.AddRange(facts.Sectors.Intersect(wanted.Sectors).Take(1).Select(s => (W.Sector, new Evidence(EvidenceKind.Sector, s))));
        if (wanted.Grounds.Count == 0)
            found.AddRange(Topics(wanted, facts, year));
        // Whoever was asked for a country must know it; for a language, speak it; else one of what was asked, or wrote of it.
        var fits =
            wanted.Grounds.Count > 0 ? knows
            : wanted.Languages.Count > 0 ? found.Any(f => f.Evidence.Kind == EvidenceKind.Language)
            : found.Count > 0 || said.IsEnough;
        if (!fits)
            return null;
        if (said.Points > 0)
            found.Add((said.Points / said.Best * W.Words, new Evidence(EvidenceKind.Words)));
        if (facts.IsNear)
            found.Add((W.Near, new Evidence(EvidenceKind.Near)));
        var there = facts.Person.Municipality is { } home && wanted.Municipalities.Contains(home) ? W.Region : 0;
        var score = found.Sum(f => f.Weight) + there - Taken(facts);
        return new Weighed(facts, score, [.. found.OrderByDescending(f => f.Weight).Select(f => f.Evidence)]);
    }

    // The best of somebody's stretches there; two declarations of one country are one life.
    private static (double, Evidence)? Ground(WantedGround ground, Wanted wanted, ExpertFacts facts, int year)
    {
        (double Weight, Evidence Evidence)? best = null;
        foreach (var market in facts.Person.Markets)
        {
            var isSaid = ground.Said.Contains(market.Country);
            if (!isSaid && !ground.Near.Contains(market.Country))
                continue;
            var (weight, evidence) = Market(market, wanted.Topics, year);
            weight += isSaid ? W.Country : W.SameGround;
            if (best is null || weight > best.Value.Weight)
                best = (weight, isSaid ? evidence : evidence with { Kind = EvidenceKind.FormerMarket });
        }
        return best;
    }

    private static (double, Evidence) Market(MarketView market, Topics topics, int year)
    {
        var years = market.FromYear is { } from ? Math.Max(1, (market.UntilYear ?? year) - from) : 0;
        var known = market.Topics & topics;
        var weight =
            W.Of(market.Basis)
            + Math.Min(years, W.MostYears) * W.Year
            + W.Recency(market.LastContactYear is { } contact ? year - contact : null)
            + (known == 0 ? 0 : W.CountryTopic);
        var evidence = new Evidence(EvidenceKind.Market, market.Country, (int)market.Basis)
        {
            From = market.FromYear ?? 0,
            Until = market.UntilYear ?? 0,
            Contact = market.LastContactYear ?? 0,
            Topics = (int)known,
        };
        return (weight, evidence);
    }

    // A topic without a country: whoever knows it of any market.
    private static IEnumerable<(double, Evidence)> Topics(Wanted wanted, ExpertFacts facts, int year) =>
        facts
            .Person.Markets.Where(m => (m.Topics & wanted.Topics) != 0)
            .Select(m => Market(m, wanted.Topics, year))
            .OrderByDescending(m => m.Item1)
            .Take(1)
            .Select(m => (m.Item1 - W.CountryTopic + W.Topic, m.Item2));

    private static IEnumerable<(double, Evidence)> Languages(Wanted wanted, ExpertFacts facts) =>
        facts
            .Person.Languages.Where(l => l.Speaks != Cefr.None && wanted.Languages.Contains(l.Language))
            .Select(l => (W.Language + W.LanguageLevel * (int)l.Speaks, new Evidence(EvidenceKind.Language, l.Language, (int)l.Speaks)))
            .OrderByDescending(l => l.Item1)
            .Take(1);

    private static IEnumerable<(double, Evidence)> Deeds(Wanted wanted, ExpertFacts facts)
    {
        var countries = wanted.Countries.ToHashSet();
        var answers = facts.Answers.Where(a => countries.Contains(a.Country)).ToList();
        var claims = facts.Claims.Count(c => countries.Contains(c.Country));
        var helped = answers.Count(a => a.Helped);
        if (answers.Count > 0)
            yield return (
                W.Answers * Math.Log(1 + answers.Count) + W.Helped * Math.Log(1 + helped),
                new Evidence(EvidenceKind.Answers, "", answers.Count, helped)
            );
        if (claims > 0)
            yield return (W.Claims * Math.Log(1 + claims), new Evidence(EvidenceKind.Claims, "", claims));
    }

    private static double Taken(ExpertFacts facts) =>
        facts.Burden.Asks * W.Load
        + Math.Min(facts.Burden.Silent * W.Silence, W.MostSilence)
        + facts.Burden.DoNotKnow * W.DoNotKnow
        + (facts.Person.Availability == Availability.Sometimes ? W.Sometimes : 0);

    /// <param name="Points">Of this person's passages.</param>
    /// <param name="Best">The most that anybody has.</param>
    /// <param name="IsAll">Nobody has declared anything: words are all there is.</param>
    private readonly record struct Said(double Points, double Best, bool IsAll)
    {
        public bool IsEnough => IsAll ? Points > 0 : Points >= W.FewestWords;
    }
}
