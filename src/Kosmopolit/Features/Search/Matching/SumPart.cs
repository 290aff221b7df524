namespace Kosmopolit.Features.Search.Matching;

/// <summary>Points of everything that matches, added up.</summary>
/// <param name="must">All of them.</param>
/// <param name="not">None of them.</param>
/// <param name="may">So many of them as are needed.</param>
internal sealed class SumPart(IReadOnlyList<Part> must, IReadOnlyList<Part> not, IReadOnlyList<Part> may, int needed) : Part
{
    public override double Most { get; } = must.Sum(p => p.Most) + may.Sum(p => p.Most);

    protected override Piece? Make(Segment segment)
    {
        var all = new List<Piece>(must.Count);
        foreach (var part in must)
            if (part.In(segment) is { } piece)
                all.Add(piece);
            else
                return null;
        var some = segment.Matching(may);
        if (some.Count < needed || all.Count + some.Count == 0)
            return null;
        var none = segment.Matching(not);
        if (all.Count == 0 && none.Count == 0 && some.Count == 1)
            return some[0];
        return new Found(segment.Bits is { } bits ? Set(bits, all, some, none) : null, all, some, none, needed);
    }

    private ulong[] Set(BitSets bits, List<Piece> all, List<Piece> some, List<Piece> none)
    {
        ulong[]? set = null;
        if (needed > 1)
            set = bits.AtLeast([.. some.Select(p => p.Bits!)], needed);
        else if (needed == 1 || all.Count == 0)
        {
            set = bits.Copy(some[0].Bits!);
            for (var i = 1; i < some.Count; i++)
                bits.Or(set, some[i].Bits!);
        }
        foreach (var piece in all)
            if (set is null)
                set = bits.Copy(piece.Bits!);
            else
                bits.And(set, piece.Bits!);
        foreach (var piece in none)
            bits.AndNot(set!, piece.Bits!);
        return set!;
    }

    private sealed class Found(ulong[]? bits, List<Piece> all, List<Piece> some, List<Piece> none, int needed)
        : Piece(bits, all.Sum(p => p.Most) + some.Sum(p => p.Most))
    {
        public override void Spread(List<Piece> into, ulong[]? gate, bool matches, BitSets sets)
        {
            var counts = matches || (all.Count == 0 && none.Count == 0 && needed <= 1);
            var inner =
                counts ? gate
                : gate is null ? Bits
                : sets.Both(Bits!, gate);
            foreach (var piece in all)
                piece.Spread(into, inner, matches: true, sets);
            foreach (var piece in some)
                piece.Spread(into, inner, matches: false, sets);
        }

        public override void Restart()
        {
            foreach (var piece in all.Concat(some).Concat(none))
                piece.Restart();
        }

        protected override double Weigh(int entry)
        {
            var (sum, found) = (0.0, 0);
            foreach (var piece in all)
            {
                var points = piece.Points(entry);
                if (double.IsNaN(points))
                    return double.NaN;
                sum += points;
            }
            foreach (var piece in none)
                if (!double.IsNaN(piece.Points(entry)))
                    return double.NaN;
            foreach (var piece in some)
                if (piece.Points(entry) is var points && !double.IsNaN(points))
                    (sum, found) = (sum + points, found + 1);
            return found < needed || all.Count + found == 0 ? double.NaN : sum;
        }
    }
}
