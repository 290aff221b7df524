using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Bench.Routing;

/// <summary>
/// Two who judge by rules of their own, each written down in judging.md: one asks whom to ring, the other who would be
/// embarrassed to be rung. They see what members show to their network, and nothing of how the product ranks.
/// </summary>
internal sealed class Judges(int year)
{
    private const Basis FirstHand = Basis.Lived | Basis.Worked | Basis.Traded;

    /// <summary>"Whom would I ring?" 2: at once. 1: if the others do not answer. 0: not at all.</summary>
    public int First(OwnQuestion question, Member person)
    {
        if (question.Speaks.Length > 0)
            return Shown(person, question.Speaks) switch
            {
                >= Cefr.B2 => 2,
                >= Cefr.A2 => 1,
                _ => 0,
            };
        return Markets(question, person).Select(k => First(question, k)).DefaultIfEmpty().Max();
    }

    /// <summary>"Who would be embarrassed?" Begins with everybody who has to do with it and crosses out.</summary>
    public int Second(OwnQuestion question, Member person)
    {
        if (question.Speaks.Length > 0)
            return Shown(person, question.Speaks) switch
            {
                >= Cefr.C1 => 2,
                >= Cefr.B1 => 1,
                _ => 0,
            };
        return Markets(question, person).Select(k => Second(question, k)).DefaultIfEmpty().Max();
    }

    /// <summary>Whether the two had anything to judge: pairs without any tie would make agreement look better than it is.</summary>
    public static bool HasTie(OwnQuestion question, Member person) =>
        question.Speaks.Length > 0 ? Shown(person, question.Speaks) != Cefr.None : Markets(question, person).Any();

    private int First(OwnQuestion question, MarketKnowledge k)
    {
        var isFirstHand = (k.Basis & FirstHand) != 0;
        if (question.Topics != Topics.None)
            return (k.Topics & question.Topics) != 0 ? (isFirstHand ? 2 : 1)
                : isFirstHand ? 1
                : 0;
        var isFresh = k.LastContactYear >= year - 10 || Years(k) >= 5;
        return isFirstHand && (isFresh || question.Kind == "former") ? 2 : 1;
    }

    private int Second(OwnQuestion question, MarketKnowledge k)
    {
        var last = k.LastContactYear ?? k.UntilYear ?? (k.FromYear is null ? 0 : year);
        // Old memories are what a state that is gone is asked about.
        if (question.Kind != "former" && last < year - 20 && k.FromYear is not null)
            return 0;
        if (question.Topics == Topics.None)
            return Years(k) >= 3 && (question.Kind == "former" || last >= year - 15) ? 2
                : k.Basis == Basis.FamilyTies && k.LastContactYear is null ? 0
                : 1;
        if ((k.Topics & question.Topics) != 0)
            return Years(k) >= 2 || k.FromYear is null ? 2 : 1;
        var isRelated = (k.Topics & Related(question.Topics)) != 0;
        return isRelated || ((k.Basis & FirstHand) != 0 && last >= year - 10) ? 1 : 0;
    }

    private static Topics Related(Topics topic) =>
        topic switch
        {
            Topics.Etiquette => Topics.Culture,
            Topics.Culture => Topics.Etiquette,
            Topics.Customs => Topics.Logistics,
            Topics.Logistics => Topics.Customs,
            Topics.Payment => Topics.Contracts,
            Topics.Contracts => Topics.Payment,
            Topics.Agents => Topics.Business,
            Topics.Business => Topics.Agents,
            _ => Topics.None,
        };

    private int Years(MarketKnowledge k) => k.FromYear is { } from ? (k.UntilYear ?? year) - from : 0;

    private static IEnumerable<MarketKnowledge> Markets(OwnQuestion question, Member person) =>
        person.Presence < Audience.MyNetwork
            ? []
            : person.Markets.Where(k => k.Audience >= Audience.MyNetwork && question.Countries.Contains(k.Country));

    private static Cefr Shown(Member person, string language) =>
        person.Presence < Audience.MyNetwork
            ? Cefr.None
            : person
                .Languages.Where(l => l.Audience >= Audience.MyNetwork && l.Language == language)
                .Select(l => l.Speaks)
                .DefaultIfEmpty(Cefr.None)
                .Max();
}

/// <summary>How far two judges agree beyond chance.</summary>
internal static class Agreement
{
    /// <summary>Cohen's kappa; 1 when they always agree, 0 when no more than by chance.</summary>
    public static double Kappa(IReadOnlyList<(int First, int Second)> judged, int grades)
    {
        double n = judged.Count;
        var same = judged.Count(j => j.First == j.Second) / n;
        var chance = Enumerable.Range(0, grades).Sum(g => judged.Count(j => j.First == g) / n * (judged.Count(j => j.Second == g) / n));
        return chance >= 1 ? 1 : (same - chance) / (1 - chance);
    }
}
