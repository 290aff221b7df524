using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Kosmopolit.Platform.Comparing;

/// <summary>A stretch of text that stayed, came or went.</summary>
/// <param name="Came">True when it came, false when it went, null when it stayed.</param>
public sealed record TextPart(string Text, bool? Came);

/// <summary>What changed between two texts, word by word, for people to read.</summary>
public static class TextChange
{
    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        var pieces = new InlineDiffBuilder(new Differ())
            .BuildDiffModel(before, after, ignoreWhitespace: false, ignoreCase: false, new WordChunker())
            .Lines;
        var parts = new List<TextPart>();
        foreach (var piece in pieces)
        {
            bool? came = piece.Type switch
            {
                ChangeType.Inserted => true,
                ChangeType.Deleted => false,
                _ => null,
            };
            if (parts.Count > 0 && parts[^1].Came == came)
                parts[^1] = new TextPart(parts[^1].Text + piece.Text, came);
            else
                parts.Add(new TextPart(piece.Text, came));
        }
        return parts;
    }

    /// <summary>The paragraphs in which something came or went, each whole so that it can be understood.</summary>
    public static IReadOnlyList<IReadOnlyList<TextPart>> Changed(IReadOnlyList<TextPart> parts)
    {
        var paragraphs = new List<List<TextPart>> { new() };
        foreach (var part in parts)
        {
            var pieces = part.Text.Split("\n\n");
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    paragraphs.Add([]);
                if (pieces[i].Length > 0)
                    paragraphs[^1].Add(part with { Text = pieces[i] });
            }
        }
        return [.. paragraphs.Where(p => p.Any(part => part.Came is not null))];
    }
}
