namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>The greatest flow through a network of pipes (Dinic's algorithm). Nodes are numbered from 0.</summary>
internal sealed class Flow(int nodes)
{
    private readonly List<(int To, int Room)> _pipes = [];
    private readonly List<int>[] _out = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    public void Add(int from, int to, int room)
    {
        _out[from].Add(_pipes.Count);
        _pipes.Add((to, room));
        _out[to].Add(_pipes.Count);
        _pipes.Add((from, 0));
    }

    public int Most(int source, int sink)
    {
        var total = 0;
        while (Levels(source) is var levels && levels[sink] >= 0)
        {
            var next = new int[nodes];
            while (Push(source, sink, int.MaxValue, levels, next) is > 0 and var pushed)
                total += pushed;
        }
        return total;
    }

    private int[] Levels(int source)
    {
        var levels = Enumerable.Repeat(-1, nodes).ToArray();
        levels[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
            foreach (var pipe in _out[node])
                if (_pipes[pipe].Room > 0 && levels[_pipes[pipe].To] < 0)
                {
                    levels[_pipes[pipe].To] = levels[node] + 1;
                    queue.Enqueue(_pipes[pipe].To);
                }
        return levels;
    }

    private int Push(int node, int sink, int room, int[] levels, int[] next)
    {
        if (node == sink)
            return room;
        for (; next[node] < _out[node].Count; next[node]++)
        {
            var pipe = _out[node][next[node]];
            var (to, free) = _pipes[pipe];
            if (free == 0 || levels[to] != levels[node] + 1)
                continue;
            var pushed = Push(to, sink, Math.Min(room, free), levels, next);
            if (pushed == 0)
                continue;
            _pipes[pipe] = (to, free - pushed);
            _pipes[pipe ^ 1] = (node, _pipes[pipe ^ 1].Room + pushed);
            return pushed;
        }
        return 0;
    }
}
