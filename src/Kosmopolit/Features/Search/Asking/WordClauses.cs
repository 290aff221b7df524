using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>All the ways in which one word of a question may stand in a text; the best one counts.</summary>
internal sealed class WordClauses(Stemming stemming, string readerLanguage, Func<string, bool> isWritten)
{
    private readonly string[] _languages = [.. new[] { readerLanguage, "sv", "en" }.Select(Stemming.FieldFor).OfType<string>().Distinct()];

    private static readonly string[] Arabic = ["text_ar", "text_fa", "text_ckb"];
    private static readonly string[] Cyrillic = ["text_ru"];

    private int _pieces = Weights.MaxClauses;

    public Query For(QueryWord word)
    {
        var folded = word.Word.Folded;
        var ways = new List<Query>
        {
            Clauses.Word(Fields.Folded, folded, Weights.Folded),
            Clauses.Word(Fields.Names, folded, Weights.Name),
            Clauses.Word(Fields.Title, folded, Weights.Title),
        };
        foreach (var field in FieldsFor(folded[0]))
            if (stemming.Stems(field, word.Text) is { Count: > 0 } stems)
                ways.Add(Clauses.All(stems.Select(s => Clauses.Word(field, s, Weights.Stem / stems.Count))));
        if (Pieces(word.Word) is { } pieces)
            ways.Add(pieces);
        if (Compound.Split(word.Word, isWritten) is { } halves)
            ways.Add(Clauses.All(halves.Select(h => Clauses.Word(Fields.Folded, h, Weights.CompoundParts / 2))));
        return Clauses.Best(ways, Weights.Tie);
    }

    /// <summary>The word itself, neither inflected nor in pieces; an unspaced one is a sequence of pieces.</summary>
    public static Query Exactly(Word word) =>
        word.Spacing == Spacing.Spaced
            ? Clauses.Word(Fields.Folded, word.Folded, Weights.Folded)
            : Clauses.All(Grams.Of(word).Distinct().Take(Weights.MaxClauses).Select(p => Clauses.Word(Fields.Grams, p, Weights.Grams)));

    private string[] FieldsFor(char first) =>
        first switch
        {
            >= '\u0600' and <= '\u06FF' => Arabic,
            >= '\u0400' and <= '\u04FF' => Cyrillic,
            < '\u0370' => _languages,
            _ => [],
        };

    private BooleanQuery? Pieces(Word word)
    {
        var pieces = Grams.Of(word).Distinct().Take(_pieces).ToList();
        if (pieces.Count == 0)
            return null;
        _pieces -= pieces.Count;
        // Divided by their number: a long word is not worth more than a short one.
        var weight = Weights.Grams / pieces.Count;
        return Clauses.Any(
            pieces.Select(p => Clauses.Word(Fields.Grams, p, weight)),
            Weights.PiecesNeeded(pieces.Count, word.Spacing == Spacing.Spaced)
        );
    }
}
