using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Names of the index's own fields, beside those of <see cref="Platform.Search.SearchField"/>.</summary>
internal static class Fields
{
    /// <summary><c>person/018f…</c>: one holder, whatever the level.</summary>
    public const string Holder = "holder";
    public const string Kind = "kind";
    public const string Level = "level";

    /// <summary>The level of entries that every reader gets.</summary>
    public const string Everyone = "everyone";

    /// <summary>Networks whose members stand near.</summary>
    public const string Near = "nets";

    /// <summary>Folded words of the holder's own texts.</summary>
    public const string Folded = "folded";

    /// <summary>Pieces of runs in scripts without spaces, of texts and names alike: the only words that these have.</summary>
    public const string Grams = "grams";

    /// <summary>Which text an entry is a version of: <see cref="SegmentVersions"/>.</summary>
    public const string Version = "version";

    /// <summary>What is read back of an entry: <see cref="KeptEntry"/>. Nobody searches by it.</summary>
    public const string Kept = "kept";

    /// <summary>Folded words of the names that the codes stand for.</summary>
    public const string Names = "names";

    /// <summary>Folded words of what the holder is called.</summary>
    public const string Title = "title";

    /// <summary>How the words of a title sound, with their script in front.</summary>
    public const string Sound = "sound";

    /// <summary>For codes: there or not.</summary>
    public static readonly FieldType Codes = Frozen(omitNorms: true, IndexOptions.DOCS_ONLY);

    /// <summary>For lists of words whose number says nothing: no length norm, no positions.</summary>
    public static readonly FieldType WordList = Frozen(omitNorms: true);

    /// <summary>For pieces of running text: the length counts; nobody asks where they stand.</summary>
    public static readonly FieldType Pieces = Frozen(omitNorms: false);

    /// <summary>For running text: the length counts, and where words stand together.</summary>
    public static readonly FieldType RunningText = Frozen(omitNorms: false, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private static FieldType Frozen(bool omitNorms, IndexOptions options = IndexOptions.DOCS_AND_FREQS)
    {
        var type = new FieldType
        {
            IsIndexed = true,
            IsTokenized = true,
            OmitNorms = omitNorms,
            IndexOptions = options,
        };
        type.Freeze();
        return type;
    }
}
