namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>What does not change while a timetable is made, laid out for quick looking up.</summary>
internal sealed class Board
{
    public Board(MeetingWishes wishes)
    {
        var starts = wishes.Slots.Starts;
        Pairs = [.. wishes.Pairs.Distinct()];
        Slots = starts.Count;
        (Guests, Receivers) = (wishes.Guests.Count, wishes.Receivers.Count);
        Common =
        [
            .. Pairs.Select(p =>
                Enumerable
                    .Range(0, Slots)
                    .Where(s => wishes.Guests[p.Guest].Free.Contains(s) && wishes.Receivers[p.Receiver].Free.Contains(s))
                    .ToArray()
            ),
        ];
        Place = [.. wishes.Receivers.Select(r => r.Place)];
        Clashing = Others((s, o) => wishes.Slots.Clash(s, o));
        Near = Others((s, o) => !wishes.Slots.Clash(s, o) && Math.Abs(starts[o] - starts[s]) - wishes.Slots.Length < wishes.Slots.Travel);
    }

    public IReadOnlyList<Pair> Pairs { get; }

    public int Guests { get; }

    public int Receivers { get; }

    public int Slots { get; }

    /// <summary>By pair, the slots in which both are free.</summary>
    public int[][] Common { get; }

    /// <summary>By receiver.</summary>
    public int[] Place { get; }

    /// <summary>By slot, the others that nobody can have besides.</summary>
    public int[][] Clashing { get; }

    /// <summary>By slot, the others from which there is no time for a way.</summary>
    public int[][] Near { get; }

    private int[][] Others(Func<int, int, bool> are) =>
        [.. Enumerable.Range(0, Slots).Select(s => Enumerable.Range(0, Slots).Where(o => o != s && are(s, o)).ToArray())];
}

/// <summary>A timetable in the making. Pairs are known by their number on the board.</summary>
internal sealed class Draft
{
    private const int None = -1;

    private readonly Board _board;

    /// <summary>By guest and slot, the pair that meets.</summary>
    private readonly int[] _ofGuest;

    /// <summary>By receiver and slot, the pair that meets.</summary>
    private readonly int[] _ofReceiver;

    /// <summary>By pair, its slot.</summary>
    private readonly int[] _slots;

    public Draft(Board board)
    {
        _board = board;
        (_ofGuest, _ofReceiver) = (new int[board.Guests * board.Slots], new int[board.Receivers * board.Slots]);
        _slots = new int[board.Pairs.Count];
        Array.Fill(_ofGuest, None);
        Array.Fill(_ofReceiver, None);
        Array.Fill(_slots, None);
    }

    private Draft(Draft other)
    {
        (_board, Count) = (other._board, other.Count);
        (_ofGuest, _ofReceiver, _slots) = ((int[])other._ofGuest.Clone(), (int[])other._ofReceiver.Clone(), (int[])other._slots.Clone());
    }

    public int Count { get; private set; }

    public Draft Copy() => new(this);

    public IReadOnlyList<Placed> Placed() =>
        [
            .. _board
                .Pairs.Select((p, i) => new Placed(p, _slots[i]))
                .Where(p => p.Slot != None)
                .OrderBy(p => p.Slot)
                .ThenBy(p => p.Pair.Guest),
        ];

    /// <summary>In how many slots a pair could meet, were nobody else there.</summary>
    public int Ways(int pair) => _board.Common[pair].Length;

    public int[] Open() => [.. Enumerable.Range(0, _slots.Length).Where(i => _slots[i] == None && _board.Common[i].Length > 0)];

    /// <summary>Finds a slot for a pair, and moves others when there is none; false when that fails, too.</summary>
    public bool Fit(int pair)
    {
        if (_slots[pair] != None || PutAnywhere(pair))
            return true;
        foreach (var slot in _board.Common[pair])
            if (MakeRoom(pair, slot))
                return true;
        return false;
    }

    /// <summary>Takes out the meetings of a guest, of a receiver, or of an hour, together with a handful of others.</summary>
    public void TearOut(Random dice)
    {
        if (Count == 0)
            return;
        var (one, kind) = (AnyPlaced(dice), dice.Next(3));
        var (pair, slot) = (_board.Pairs[one], _slots[one]);
        for (var i = 0; i < _slots.Length; i++)
        {
            var other = _board.Pairs[i];
            if (
                _slots[i] != None
                && (
                    kind == 0 ? other.Guest == pair.Guest
                    : kind == 1 ? other.Receiver == pair.Receiver
                    : _slots[i] == slot
                )
            )
                Take(i);
        }
        for (var i = 0; i < 3 && Count > 0; i++)
            Take(AnyPlaced(dice));
    }

    private int AnyPlaced(Random dice)
    {
        for (var i = dice.Next(_slots.Length); ; i = (i + 1) % _slots.Length)
            if (_slots[i] != None)
                return i;
    }

    // Whoever is in the way goes to another free hour, or the pair stays out.
    private bool MakeRoom(int pair, int slot)
    {
        var others = InTheWay(pair, slot);
        if (others.Count > 3)
            return false;
        var from = others.ConvertAll(o => _slots[o]);
        others.ForEach(Take);
        Put(pair, slot);
        if (others.TrueForAll(PutAnywhere))
            return true;
        Take(pair);
        others.ForEach(Take);
        for (var i = 0; i < others.Count; i++)
            Put(others[i], from[i]);
        return false;
    }

    private bool PutAnywhere(int pair)
    {
        foreach (var slot in _board.Common[pair])
            if (Suits(pair, slot))
            {
                Put(pair, slot);
                return true;
            }
        return false;
    }

    private List<int> InTheWay(int pair, int slot)
    {
        var others = new List<int>();
        var (guest, receiver) = (_board.Pairs[pair].Guest * _board.Slots, _board.Pairs[pair].Receiver);
        Among(others, _ofReceiver[receiver * _board.Slots + slot]);
        Among(others, _ofGuest[guest + slot]);
        foreach (var clashing in _board.Clashing[slot])
        {
            Among(others, _ofReceiver[receiver * _board.Slots + clashing]);
            Among(others, _ofGuest[guest + clashing]);
        }
        foreach (var near in _board.Near[slot])
            if (_ofGuest[guest + near] is >= 0 and var other && IsElsewhere(other, receiver) && !others.Contains(other))
                others.Add(other);
        return others;
    }

    private static void Among(List<int> others, int pair)
    {
        if (pair != None && !others.Contains(pair))
            others.Add(pair);
    }

    private bool Suits(int pair, int slot)
    {
        var (guest, receiver) = (_board.Pairs[pair].Guest * _board.Slots, _board.Pairs[pair].Receiver);
        if (_ofGuest[guest + slot] != None || _ofReceiver[receiver * _board.Slots + slot] != None)
            return false;
        foreach (var clashing in _board.Clashing[slot])
            if (_ofGuest[guest + clashing] != None || _ofReceiver[receiver * _board.Slots + clashing] != None)
                return false;
        foreach (var near in _board.Near[slot])
            if (_ofGuest[guest + near] is >= 0 and var other && IsElsewhere(other, receiver))
                return false;
        return true;
    }

    private bool IsElsewhere(int pair, int receiver) => _board.Place[_board.Pairs[pair].Receiver] != _board.Place[receiver];

    private void Put(int pair, int slot)
    {
        var (guest, receiver) = (_board.Pairs[pair].Guest, _board.Pairs[pair].Receiver);
        (_ofGuest[guest * _board.Slots + slot], _ofReceiver[receiver * _board.Slots + slot], _slots[pair]) = (pair, pair, slot);
        Count++;
    }

    private void Take(int pair)
    {
        if (_slots[pair] is not (>= 0 and var slot))
            return;
        var (guest, receiver) = (_board.Pairs[pair].Guest, _board.Pairs[pair].Receiver);
        (_ofGuest[guest * _board.Slots + slot], _ofReceiver[receiver * _board.Slots + slot], _slots[pair]) = (None, None, None);
        Count--;
    }
}
