namespace Kosmopolit.Features.Activities.Trips.Money;

/// <param name="PaidBy">Key of who paid.</param>
/// <param name="Minor">Hundredths, such as öre.</param>
/// <param name="For">Keys of those it was for, each once.</param>
public sealed record Outlay(Guid PaidBy, long Minor, IReadOnlyList<Guid> For);

/// <summary>What one owes another.</summary>
public readonly record struct Debt(Guid From, Guid To, long Minor);

/// <summary>Splits costs to the öre: what is shared is what was paid, and what is owed is what is due.</summary>
public static class CostSplit
{
    /// <summary>What was noted, as it was shared when it was noted.</summary>
    public static Outlay Outlay(Expense expense) => new(expense.PaidById, expense.Minor, expense.Sharers);

    /// <summary>Equal shares; the öre that are left over go one each to the first. Their sum is the whole.</summary>
    public static IReadOnlyList<long> Shares(long minor, int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        var (each, over) = Math.DivRem(minor, people);
        return [.. Enumerable.Range(0, people).Select(i => i < over ? each + 1 : each)];
    }

    /// <summary>What each has paid more (positive) or less than their share. All together it is nothing.</summary>
    public static IReadOnlyDictionary<Guid, long> Balances(IEnumerable<Outlay> outlays)
    {
        var balances = new Dictionary<Guid, long>();
        var turn = 0;
        foreach (var outlay in outlays)
        {
            balances[outlay.PaidBy] = balances.GetValueOrDefault(outlay.PaidBy) + outlay.Minor;
            var shares = Shares(outlay.Minor, outlay.For.Count);
            // Another is first each time, so that nobody pays the odd öre always.
            for (var i = 0; i < shares.Count; i++)
            {
                var who = outlay.For[(i + turn) % outlay.For.Count];
                balances[who] = balances.GetValueOrDefault(who) - shares[i];
            }
            turn++;
        }
        return balances;
    }

    /// <summary>Few payments after which nobody owes anybody: at most one less than there are people.</summary>
    public static IReadOnlyList<Debt> Settle(IReadOnlyDictionary<Guid, long> balances)
    {
        var owing = new Queue<(Guid Who, long Minor)>(
            balances.Where(b => b.Value < 0).OrderBy(b => b.Value).Select(b => (b.Key, -b.Value))
        );
        var due = new Queue<(Guid Who, long Minor)>(
            balances.Where(b => b.Value > 0).OrderByDescending(b => b.Value).Select(b => (b.Key, b.Value))
        );
        var debts = new List<Debt>();
        (Guid Who, long Minor) from = default,
            to = default;
        while (true)
        {
            if (from.Minor == 0 && !owing.TryDequeue(out from))
                return debts;
            if (to.Minor == 0 && !due.TryDequeue(out to))
                return debts;
            var minor = Math.Min(from.Minor, to.Minor);
            debts.Add(new Debt(from.Who, to.Who, minor));
            (from.Minor, to.Minor) = (from.Minor - minor, to.Minor - minor);
        }
    }
}
