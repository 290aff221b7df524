using System.Globalization;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>A vote as it is counted: its mark and the keys that were chosen, separated by one space.</summary>
public readonly record struct Slip(string Mark, string Choice)
{
    public string[] Keys => Choice.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a count comes to.</summary>
/// <param name="Counted">Votes, abstentions among them.</param>
/// <param name="Got">Votes and place of each option.</param>
public sealed record BallotResult(BallotOutcome Outcome, int Counted, IReadOnlyDictionary<string, (int Votes, Place Place)> Got)
{
    public (int Votes, Place Place) Of(string key) => Got.GetValueOrDefault(key);

    public bool Is(BallotResult other) =>
        Outcome == other.Outcome && Counted == other.Counted && Got.Count == other.Got.Count && Got.All(g => other.Of(g.Key) == g.Value);
}

/// <summary>Adds votes up. Knows nothing of people, times or tables, so that it gives the same answer to everybody.</summary>
public static class Counting
{
    /// <param name="keys">Every option, in the order of the ballot.</param>
    /// <param name="onRoll">Members or firms with a vote.</param>
    public static BallotResult Count(BallotTerms terms, IReadOnlyList<string> keys, int onRoll, IReadOnlyList<Slip> slips, string seed)
    {
        var votes = keys.ToDictionary(k => k, k => slips.Count(s => s.Keys.Contains(k)));
        if (!HasQuorum(terms.QuorumPercent, onRoll, slips.Count))
            return new(BallotOutcome.NoQuorum, slips.Count, votes.ToDictionary(v => v.Key, v => (v.Value, Place.None)));
        return terms.IsElection ? Elect(terms, votes, slips, seed) : Decide(terms, votes, slips.Count);
    }

    /// <summary>At least one vote, and at least the share of the roll, which is never rounded down.</summary>
    public static bool HasQuorum(int percent, int onRoll, int counted) => counted > 0 && counted * 100L >= (long)percent * onRoll;

    /// <summary>As many yes as no is no majority: the proposal falls.</summary>
    public static bool HasMajority(Majority majority, int yes, int no) =>
        majority switch
        {
            Majority.ThreeQuarters => yes > 0 && yes * 4L >= 3L * (yes + no),
            Majority.TwoThirds => yes > 0 && yes * 3L >= 2L * (yes + no),
            _ => yes > no,
        };

    /// <summary>Why this cannot be chosen, in the catalogue's words; null when it can.</summary>
    public static Refusal? Refuses(BallotTerms terms, IReadOnlyList<string> keys, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0)
            return new Refusal("Choose something, or choose to abstain.");
        if (chosen.Any(c => !keys.Contains(c)) || chosen.Distinct().Count() != chosen.Count)
            return new Refusal("One of these cannot be chosen in this vote.");
        if (chosen.Count > 1 && (!terms.IsElection || chosen.Contains(BallotOption.Abstain)))
            return new Refusal("Choose one only.");
        return terms.IsElection && chosen.Count > terms.Seats
            ? new Refusal("You may choose {0} at most.", null, terms.Seats.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static BallotResult Decide(BallotTerms terms, Dictionary<string, int> votes, int counted)
    {
        var adopted = HasMajority(terms.Majority, votes.GetValueOrDefault(BallotOption.Yes), votes.GetValueOrDefault(BallotOption.No));
        return new(
            adopted ? BallotOutcome.Adopted : BallotOutcome.Rejected,
            counted,
            votes.ToDictionary(v => v.Key, v => (v.Value, Place.None))
        );
    }

    // Most votes first; whoever got none is not elected. A tie that decides nothing is no tie.
    private static BallotResult Elect(BallotTerms terms, Dictionary<string, int> votes, IReadOnlyList<Slip> slips, string seed)
    {
        var digest = Lot.Digest(slips.Select(s => (s.Mark, s.Choice)));
        var ranked = votes
            .Where(v => v.Key != BallotOption.Abstain && v.Value > 0)
            .OrderByDescending(v => v.Value)
            .ThenBy(v => Lot.Number(seed, digest, v.Key), StringComparer.Ordinal)
            .ToList();
        var tied = terms.Tie == TieRule.RunOff ? Tied(ranked, terms.Seats) : [];
        var places = votes.ToDictionary(v => v.Key, v => (v.Value, Place.None));
        var elected = ranked.Where(r => !tied.Contains(r.Key)).Take(terms.Seats).Select(r => r.Key).ToHashSet();
        if (tied.Count > 0)
            elected = [.. ranked.TakeWhile(r => !tied.Contains(r.Key)).Select(r => r.Key)];
        foreach (var key in elected)
            places[key] = (votes[key], Place.Elected);
        foreach (var key in tied)
            places[key] = (votes[key], Place.Tied);
        // Who stands in is settled when it is settled who is elected.
        if (tied.Count == 0)
            foreach (var next in ranked.Skip(terms.Seats).Take(terms.Deputies))
                places[next.Key] = (next.Value, Place.Deputy);
        var outcome =
            tied.Count > 0 ? BallotOutcome.RunOff
            : elected.Count > 0 ? BallotOutcome.Elected
            : BallotOutcome.Rejected;
        return new(outcome, slips.Count, places);
    }

    // Those with as many votes as the last who gets a seat, when there are more of them than seats.
    private static List<string> Tied(List<KeyValuePair<string, int>> ranked, int seats)
    {
        if (ranked.Count <= seats || ranked[seats - 1].Value != ranked[seats].Value)
            return [];
        var edge = ranked[seats - 1].Value;
        return [.. ranked.Where(r => r.Value == edge).Select(r => r.Key)];
    }
}
