using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>Hands words that are already cut and folded to the index as they are. Filled anew for each text.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private readonly List<(string Word, int Step)> _words = [];
    private int _next;

    public WordStream() => (_term, _step) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPositionIncrementAttribute>());

    public bool IsEmpty => _words.Count == 0;

    public void Clear() => _words.Clear();

    /// <param name="step">Places from the word before; more than one where words were left out.</param>
    public void Add(string word, int step = 1) => _words.Add((word, step));

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    public override bool IncrementToken()
    {
        if (_next == _words.Count)
            return false;
        var (word, step) = _words[_next++];
        _term.SetEmpty().Append(word);
        _step.PositionIncrement = step;
        return true;
    }
}
