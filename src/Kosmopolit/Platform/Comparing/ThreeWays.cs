using System.Text;

namespace Kosmopolit.Platform.Comparing;

/// <summary>Brings together what two people made of one text. Words stay apart where both touched the same ones.</summary>
public static class ThreeWays
{
    /// <returns>Null when both changed the same place differently: then a person must look.</returns>
    public static string? Merge(string @base, string mine, string theirs)
    {
        if (mine == theirs || @base == mine)
            return theirs;
        if (@base == theirs)
            return mine;
        var merged = new DiffPlex.ThreeWayDiffer().CreateMerge(
            @base,
            mine,
            theirs,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new WordChunker()
        );
        if (!merged.IsSuccessful)
            return null;
        var text = new StringBuilder();
        foreach (var piece in merged.MergedPieces)
            text.Append(piece);
        return text.ToString();
    }
}
