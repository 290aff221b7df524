using System.Numerics;

namespace Kosmopolit.Features.Members.People;

/// <summary>How somebody came to know a market. One stretch of life may give several: lived there and traded there.</summary>
[Flags]
public enum Basis
{
    None = 0,
    Lived = 1,
    Worked = 2,
    Traded = 4,
    Studied = 8,
    FamilyTies = 16,
}

public static class Bases
{
    /// <summary>Every basis, the most first-hand one first.</summary>
    public static readonly IReadOnlyList<Basis> All = [.. Enum.GetValues<Basis>().Where(b => b != Basis.None)];

    /// <summary>The bases that are in <paramref name="basis"/>, the most first-hand one first.</summary>
    public static IEnumerable<Basis> Each(this Basis basis) => All.Where(b => basis.HasFlag(b));

    /// <summary>Order of nearness to the market, 0 for the most first-hand; for sorting.</summary>
    public static int Rank(this Basis basis) => basis == Basis.None ? All.Count : BitOperations.TrailingZeroCount((int)basis);
}
