using Lucene.Net.Index;
using Lucene.Net.Util;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Whose entries hits are. For one search and one thread.</summary>
internal sealed class Holders(IndexReader reader)
{
    private readonly BinaryDocValues?[] _kept = new BinaryDocValues?[reader.Leaves.Count];
    private readonly BytesRef _bytes = new();

    public FoundHolder Of(int entry) => EntryDocument.Parse(Key(entry));

    /// <summary>As it stands in the index.</summary>
    public string Key(int entry)
    {
        var segment = ReaderUtil.SubIndex(entry, reader.Leaves);
        var leaf = reader.Leaves[segment];
        (_kept[segment] ??= leaf.AtomicReader.GetBinaryDocValues(Fields.Kept)).Get(entry - leaf.DocBase, _bytes);
        return KeptEntry.Holder(_bytes);
    }
}
