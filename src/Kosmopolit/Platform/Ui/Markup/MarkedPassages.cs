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
    public static void Put(IDocument document, PassageMark mark)
    {
        var nodes = document.Body!.Descendants().OfType<IText>().Where(t => t.ParentElement?.Closest($"a.{Name}") is null).ToList();
        // Copied from the page it holds the hosts beside links; as it is written it does not.
        List<IText> own = [.. nodes.Where(t => t.ParentElement?.Closest(".host") is null)];
        var (read, written) = (SafeMarkdown.Folded(mark.Words), SafeMarkdown.Folded(SafeMarkdown.ToText(mark.Words)));
        var found = Find(nodes, read) ?? Find(own, read) ?? Find(own, written);
        if (found is not { Count: > 0 })
            return;
        IElement? last = null;
        foreach (var (node, from, until) in found)
            last = Wrap(document, node, from, until);
        var link = document.CreateElement("a");
        link.ClassName = Name;
        link.SetAttribute("href", $"#{mark.Anchor}");
        link.SetAttribute("aria-label", mark.Says);
        link.TextContent = mark.Sign;
        // A link does not stand in a link.
        (last!.Closest("a") ?? last).After(link);
    }

    private static IElement Wrap(IDocument document, IText node, int from, int until)
    {
        if (until < node.Length)
            node.Split(until);
        var piece = from > 0 ? node.Split(from) : node;
        var wrap = document.CreateElement("mark");
        wrap.ClassName = Name;
        piece.Parent!.ReplaceChild(wrap, piece);
        wrap.AppendChild(piece);
        return wrap;
    }

    // The stretches of text that make up the words, each within one node.
    private static List<(IText Node, int From, int Until)>? Find(List<IText> nodes, string words)
    {
        var (text, places) = (new StringBuilder(), new List<(int Node, int At)>());
        for (var n = 0; n < nodes.Count; n++)
        {
            var data = nodes[n].Data;
            for (var i = 0; i < data.Length; i++)
            {
                var isSpace = char.IsWhiteSpace(data[i]);
                if (isSpace && (text.Length == 0 || text[^1] == ' '))
                    continue;
                text.Append(isSpace ? ' ' : data[i]);
                places.Add((n, i));
            }
        }
        var start = words.Length == 0 ? -1 : text.ToString().IndexOf(words, StringComparison.Ordinal);
        return start < 0
            ? null
            :
            [
                .. places
                    .GetRange(start, words.Length)
                    .GroupBy(p => p.Node)
                    .Select(g => (nodes[g.Key], g.Min(p => p.At), g.Max(p => p.At) + 1))
                    .Where(piece => !string.IsNullOrWhiteSpace(piece.Item1.Data[piece.Item2..piece.Item3])),
            ];
    }
}
