using System.Globalization;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Where a page ended: how many hits came before, and the last of them. The holder finds the place again when hits came or
/// went meanwhile. It carries no score: scores are made with statistics of all entries, hidden ones too.
/// </summary>
internal readonly record struct PlaceInList(int Rank, string Holder)
{
    /// <summary>Nobody reads further; a crawler is stopped.</summary>
    public const int MaxRank = 2000;

    private static readonly PlaceInList Start = new(0, "");

    /// <summary>The beginning when the address holds anything else.</summary>
    public static PlaceInList Parse(string? after)
    {
        var dot = after?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return
            dot > 0
            && after!.Length < 100
            && int.TryParse(after.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && rank is > 0 and <= MaxRank
            ? new PlaceInList(rank, after[(dot + 1)..])
            : Start;
    }

    public override string ToString() => $"{Rank.ToString(CultureInfo.InvariantCulture)}.{Holder}";
}
