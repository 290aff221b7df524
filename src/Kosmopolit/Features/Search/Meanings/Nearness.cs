using System.Runtime.InteropServices;
using Kosmopolit.Features.Search.Asking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Meanings;

/// <summary>How near in meaning the entries of a segment are to a question.</summary>
internal sealed class Nearness(AtomicReader reader, float[]? asked)
{
    public const string Field = "vector";

    private readonly BinaryDocValues? _vectors = asked is { Length: > 0 } ? reader.GetBinaryDocValues(Field) : null;
    private readonly BytesRef _bytes = new();

    /// <summary>From 0, nothing to do with each other or not known, to 1, the same.</summary>
    public float Of(int doc)
    {
        if (_vectors is null)
            return 0;
        _vectors.Get(doc, _bytes);
        var vector = MemoryMarshal.Cast<byte, float>(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length));
        // Made by another machine, or none.
        if (vector.Length != asked!.Length)
            return 0;
        var product = 0f;
        for (var i = 0; i < vector.Length; i++)
            product += vector[i] * asked[i];
        return Math.Clamp(product, 0, 1);
    }

    public static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();
}

/// <summary>Everything that is near enough to count as found.</summary>
internal sealed class NearFilter(float[] asked) : Filter
{
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var nearness = new Nearness(context.AtomicReader, asked);
        var near = new FixedBitSet(context.AtomicReader.MaxDoc);
        for (var doc = 0; doc < context.AtomicReader.MaxDoc; doc++)
            if (nearness.Of(doc) >= Weights.NearEnough)
                near.Set(doc);
        return BitsFilteredDocIdSet.Wrap(near, acceptDocs);
    }
}
