using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>Hands words that are already cut and folded to the index as they are. Filled anew for each text.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly Written _word = new();
    private readonly IPositionIncrementAttribute _step;
    private readonly List<(byte[] Word, int Step)> _words = [];
    private int _next;

    public WordStream()
    {
        AddAttributeImpl(_word);
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public bool IsEmpty => _words.Count == 0;

    public void Clear() => _words.Clear();

    public void Add(string word) => Add(Encoding.UTF8.GetBytes(word));

    /// <param name="word">In UTF-8.</param>
    /// <param name="step">Places from the word before; more than one where words were left out.</param>
    public void Add(byte[] word, int step = 1) => _words.Add((word, step));

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
        (_word.BytesRef.Bytes, _word.BytesRef.Length) = (word, word.Length);
        _step.PositionIncrement = step;
        return true;
    }

    /// <summary>A word in the form in which the index keeps it, so that nothing is left to be made of it.</summary>
    private sealed class Written : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void FillBytesRef() { }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => throw new NotSupportedException("A word is handed on once.");
    }
}
