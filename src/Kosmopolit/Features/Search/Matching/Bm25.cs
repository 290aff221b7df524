using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>
/// Weighs words of one field as Lucene's <see cref="BM25Similarity"/> does, without what Lucene prepares for each word: searches ask for
/// many words and weigh few entries.
/// </summary>
internal sealed class Bm25
{
    /// <summary>How soon saying it again adds no more.</summary>
    public const float K = 1.2f;

    /// <summary>How much the length counts.</summary>
    public const float B = 0.75f;

    private static readonly float[] Lengths = new LengthsOfNorms().Known;

    private readonly IndexReader _reader;
    private readonly string _field;
    private readonly float _average;

    public Bm25(IndexReader reader, string field)
    {
        (_reader, _field) = (reader, field);
        var words = reader.GetSumTotalTermFreq(field);
        _average = words <= 0 ? 1 : (float)(words / (double)reader.MaxDoc);
    }

    /// <summary>The logarithm of one entry in how many.</summary>
    /// <param name="entries">That hold the word.</param>
    public float Rarity(int entries) => (float)Math.Log(1 + (_reader.MaxDoc - entries + 0.5) / (entries + 0.5));

    /// <summary>Lengths of a segment's entries; null where they do not count.</summary>
    public NumericDocValues? Norms(AtomicReader segment) => segment.GetNormValues(_field);

    /// <param name="times">How often it stands there.</param>
    /// <returns>To be multiplied by the word's rarity; less than K + 1.</returns>
    public float Weigh(float times, NumericDocValues? norms, int entry) =>
        times * (K + 1) / (times + K * (norms is null ? 1 : 1 - B + B * Lengths[(byte)norms.Get(entry)] / _average));

    /// <summary>How many words stand behind a byte that Lucene keeps of a length.</summary>
    private sealed class LengthsOfNorms : BM25Similarity
    {
        public float[] Known => [.. Enumerable.Range(0, 256).Select(norm => DecodeNormValue((byte)norm))];
    }
}
