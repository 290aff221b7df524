using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>Hands words that are already cut and folded to the index as they are.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IEnumerable<string> _words;
    private IEnumerator<string>? _next;

    public WordStream(IEnumerable<string> words)
    {
        _words = words;
        _term = AddAttribute<ICharTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _next?.Dispose();
        _next = _words.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next is null || !_next.MoveNext())
            return false;
        _term.SetEmpty().Append(_next.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _next?.Dispose();
        base.Dispose(disposing);
    }
}
