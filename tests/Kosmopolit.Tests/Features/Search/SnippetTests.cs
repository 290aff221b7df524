using Kosmopolit.Features.Search;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A passage is shown on one line: what stood in lines of its own must not run into the next.</summary>
public sealed class SnippetTests
{
    [Theory]
    [InlineData("Vid [tullen]\n\nVarje lastbil vägs.", "Vid [tullen] · Varje lastbil vägs.")]
    [InlineData("الجمارك\nتزن [الشاحنات]", "الجمارك · تزن [الشاحنات]")]
    [InlineData("海关\n[卡车]称重", "海关 · [卡车]称重")]
    [InlineData("Den vägs.\n[Sedan] går den.", "Den vägs. [Sedan] går den.")]
    [InlineData("en rad som\nbröts vid [tullen]\n", "en rad som bröts vid [tullen] ")]
    [InlineData("…\nVid [tullen]", "… Vid [tullen]")]
    public void A_heading_stands_apart_from_the_sentence_after_it(string written, string shown)
    {
        var mark = written.IndexOf('[', StringComparison.Ordinal);
        var snippet = new Snippet(
            written.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal),
            "",
            [new Mark(mark, written.IndexOf(']', StringComparison.Ordinal) - mark - 1)]
        );
        Assert.Equal(shown, string.Concat(snippet.Pieces().Select(p => p.Marked ? $"[{p.Text}]" : p.Text)));
    }
}
