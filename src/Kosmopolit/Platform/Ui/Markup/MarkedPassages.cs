using System.Text;
using AngleSharp.Dom;

namespace Kosmopolit.Platform.Ui.Markup;

/// <summary>A passage that is marked where it stands, with a link to what is said of it.</summary>
/// <param name="Words">As they are written or as they are read; white space does not count.</param>
/// <param name="Anchor">Name of the place on the same page.</param>
/// <param name="Sign">What the link shows.</param>
/// <param name="Says">What the link says to those who do not see it.</param>
public sealed record PassageMark(string Words, string Anchor, string Sign, string Says);

/// <summary>
/// Marks passages in a text that has been made safe. Only nodes are added: what is marked may run over emphasis, links and
/// lists, and a passage that is not found is left alone.
/// </summary>
internal static class MarkedPassages
{
    private const string Name = "stood";

    /// <param name="document">As <see cref="SafeMarkdown"/> made it.</param>
    public static void Put(IDocument document, IReadOnlyList<PassageMark> marks)
    {
        if (marks.Count == 0)
            return;
        var nodes = document.Body!.Descendants().OfType<IText>().ToList();
        var seen = new ReadText(nodes);
        // Copied from the page it holds the hosts beside links; as it is written it does not.
        var own = new Lazy<ReadText>(() => new ReadText([.. nodes.Where(t => t.ParentElement?.Closest(".host") is null)]));
        var pieces = new List<(Stretch Stretch, PassageMark? EndsHere)>();
        foreach (var mark in marks)
        {
            var words = SafeMarkdown.Folded(mark.Words);
            var found =
                seen.Find(words) ?? own.Value.Find(words) ?? own.Value.Find(SafeMarkdown.Folded(SafeMarkdown.ToText(mark.Words))) ?? [];
            pieces.AddRange(found.Select((stretch, i) => (stretch, i == found.Count - 1 ? mark : null)));
        }
        foreach (var node in pieces.GroupBy(p => p.Stretch.Node))
            Mark(document, node.Key, [.. node.Select(p => (p.Stretch.From, p.Stretch.Until, p.EndsHere))]);
    }

    // Cut where any passage begins or ends, from the end backwards: what is left keeps its places.
    private static void Mark(IDocument document, IText node, IReadOnlyList<(int From, int Until, PassageMark? EndsHere)> pieces)
    {
        if (pieces.Max(p => p.Until) is var end && end < node.Length)
            node.Split(end);
        foreach (var from in pieces.SelectMany(p => new[] { p.From, p.Until }).Where(at => at < end).Distinct().OrderDescending())
        {
            var until = node.Length;
            var piece = from > 0 ? node.Split(from) : node;
            if (!pieces.Any(p => p.From <= from && from < p.Until))
                continue;
            var wrap = document.CreateElement("mark");
            wrap.ClassName = Name;
            piece.Parent!.ReplaceChild(wrap, piece);
            wrap.AppendChild(piece);
            foreach (var (_, _, mark) in pieces.Where(p => p.Until == until && p.EndsHere is not null).Reverse())
                // A link does not stand in a link.
                (wrap.Closest("a") ?? wrap).After(Link(document, mark!));
        }
    }

    private static IElement Link(IDocument document, PassageMark mark)
    {
        var link = document.CreateElement("a");
        link.ClassName = Name;
        link.SetAttribute("href", $"#{mark.Anchor}");
        link.SetAttribute("aria-label", mark.Says);
        link.TextContent = mark.Sign;
        return link;
    }
}

/// <summary>A part of one text node.</summary>
internal readonly record struct Stretch(IText Node, int From, int Until);

/// <summary>The text of many nodes with its white space folded, which knows where each of its characters stands.</summary>
internal sealed class ReadText
{
    private readonly IReadOnlyList<IText> _nodes;
    private readonly List<(int Node, int At)> _places = [];
    private readonly string _text;

    public ReadText(IReadOnlyList<IText> nodes)
    {
        _nodes = nodes;
        var text = new StringBuilder();
        for (var n = 0; n < nodes.Count; n++)
        {
            var data = nodes[n].Data;
            for (var i = 0; i < data.Length; i++)
            {
                var isSpace = char.IsWhiteSpace(data[i]);
                if (isSpace && (text.Length == 0 || text[^1] == ' '))
                    continue;
                text.Append(isSpace ? ' ' : data[i]);
                _places.Add((n, i));
            }
        }
        _text = text.ToString();
    }

    /// <param name="words">With folded white space.</param>
    /// <returns>The stretches that make up the words where they stand first; null when they do not.</returns>
    public IReadOnlyList<Stretch>? Find(string words)
    {
        var start = words.Length == 0 ? -1 : _text.IndexOf(words, StringComparison.Ordinal);
        if (start < 0)
            return null;
        return
        [
            .. _places
                .GetRange(start, words.Length)
                .GroupBy(p => p.Node)
                .Select(g => new Stretch(_nodes[g.Key], g.Min(p => p.At), g.Max(p => p.At) + 1))
                .Where(s => !string.IsNullOrWhiteSpace(s.Node.Data[s.From..s.Until])),
        ];
    }
}
