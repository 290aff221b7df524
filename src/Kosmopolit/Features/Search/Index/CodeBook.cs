using System.Collections.Concurrent;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Numbers the codes of a field, the same in every segment while the program runs: counts of segments are then added up
/// number by number. Codes come from closed lists, of countries or sectors for instance, so a book stays small.
/// </summary>
internal sealed class CodeBook
{
    private static readonly ConcurrentDictionary<string, CodeBook> Books = new();

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private readonly Lock _lock = new();

    public static CodeBook Of(string field) => Books.GetOrAdd(field, _ => new CodeBook());

    /// <summary>From 0.</summary>
    public int Number(string code)
    {
        lock (_lock)
        {
            if (_numbers.TryGetValue(code, out var known))
                return known;
            _codes.Add(code);
            return _numbers[code] = _codes.Count - 1;
        }
    }

    public string Code(int number)
    {
        lock (_lock)
            return _codes[number];
    }

    /// <param name="counts">By number.</param>
    /// <returns>By code, those that were counted at all.</returns>
    public Dictionary<string, int> Named(ReadOnlySpan<int> counts)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        lock (_lock)
            for (var number = 0; number < counts.Length; number++)
                if (counts[number] > 0)
                    named[_codes[number]] = counts[number];
        return named;
    }
}
