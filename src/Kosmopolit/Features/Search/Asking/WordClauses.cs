using System.Runtime.InteropServices;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>All the ways in which one word of a question may stand in a text; the best one counts.</summary>
/// <param name="stems">Remembers stems between the two steps of a search.</param>
internal sealed class WordClauses(KnownStems stems, string readerLanguage, TermBook terms, bool closely)
{
    private readonly string[] _languages = [.. new[] { readerLanguage, "sv", "en" }.Select(Stemming.FieldFor).OfType<string>().Distinct()];

    private static readonly string[] Arabic = ["text_ar", "text_fa", "text_ckb"];
    private static readonly string[] Cyrillic = ["text_ru"];

    private int _pieces = Weights.MaxPieces;

    public Query For(QueryWord word)
    {
        var folded = word.Word.Folded;
        var ways = new List<Query>();
        var exact = Texts(Fields.Folded, folded);
        var stemmed = AddStems(ways, word);
        if (closely || exact < Weights.Frequent || stemmed < exact)
            ways.Add(Clauses.Word(Fields.Folded, folded, Weights.Folded));
        Add(ways, Fields.Names, folded, Weights.Name);
        Add(ways, Fields.Title, folded, Weights.Title);
        foreach (var sound in Sounds.Elsewhere(word.Word))
            Add(ways, Fields.Sound, sound, Weights.Sound);
        if ((closely || exact + stemmed < Weights.Common) && Pieces(word.Word) is { } pieces)
            ways.Add(pieces);
        if (Compound.Split(word.Word, part => Texts(Fields.Folded, part) > 0) is { } halves)
            ways.Add(Clauses.All(halves.Select(h => Clauses.Word(Fields.Folded, h, Weights.CompoundParts / 2))));
        return Clauses.Any(ways);
    }

    /// <returns>How many texts hold the stem.</returns>
    private int AddStems(List<Query> ways, QueryWord word)
    {
        var written = 0;
        foreach (var field in FieldsFor(word.Word.Folded[0]))
            if (stems.Of(field, word.Text) is { Count: > 0 } its && its.Min(s => Texts(field, s)) is > 0 and var some)
            {
                written += some;
                ways.Add(Clauses.All(its.Select(s => Clauses.Word(field, s, Weights.Stem / its.Count))));
            }
        return written;
    }

    private int Texts(string field, string word) => terms.Frequency(new Term(field, word));

    // What nothing holds needs no clause. A name holds a word once, so it is worth the same wherever it is found.
    private void Add(List<Query> ways, string field, string word, float weight)
    {
        if (Texts(field, word) is > 0 and var written)
            ways.Add(Clauses.Fact(field, word, weight * Rarity(written)));
    }

    /// <summary>The logarithm of one text in how many.</summary>
    private float Rarity(int written) => MathF.Log(1 + (terms.Entries - written + 0.5f) / (written + 0.5f));

    /// <summary>The word in the fields that know where it stands.</summary>
    public SoughtWord Sought(QueryWord word)
    {
        var folded = word.Word.Folded;
        List<Term> ways = [new(Fields.Folded, folded)];
        foreach (var field in FieldsFor(folded[0]))
            if (stems.Of(field, word.Text) is [{ } stem])
                ways.Add(new Term(field, stem));
        var written = ways.Max(w => Texts(w.Field, w.Text));
        return new SoughtWord(ways, Rarity(written));
    }

    /// <summary>The word itself or its stem, but not its pieces alone; an unspaced one is a sequence of pieces.</summary>
    public Query Whole(Word word, string text) =>
        word.Spacing == Spacing.Spaced
            ? Clauses.Any(
                FieldsFor(word.Folded[0])
                    .SelectMany(f => stems.Of(f, text).Take(1).Select(s => Clauses.Word(f, s, Weights.Stem)))
                    .Prepend(Clauses.Word(Fields.Folded, word.Folded, Weights.Folded))
            )
            : Clauses.All(Grams.Of(word).Distinct().Take(Weights.MaxPieces).Select(p => Clauses.Word(Fields.Grams, p, Weights.Grams)));

    private string[] FieldsFor(char first) =>
        first switch
        {
            >= '\u0600' and <= '\u06FF' => Arabic,
            >= '\u0400' and <= '\u04FF' => Cyrillic,
            < '\u0370' => _languages,
            _ => [],
        };

    private Query? Pieces(Word word)
    {
        if (word.Spacing != Spacing.Spaced)
            return PiecesOfRun(word);
        var pieces = new List<ulong>();
        PieceKeys.Add(word.Folded, pieces);
        pieces = [.. pieces.Distinct().Take(_pieces)];
        _pieces -= pieces.Count;
        if (pieces.Count == 0)
            return null;
        var weight = PieceWeight(pieces.Count);
        return closely ? new PiecesQuery(pieces) { Boost = weight } : Alike(pieces, weight);
    }

    /// <summary>
    /// Words spelt much like it, for what the pieces that they share are worth: spelt otherwise, inflected, or part of a compound.
    /// </summary>
    private Query? Alike(List<ulong> pieces, float weight)
    {
        var rarity = pieces.Select(p => terms.Wanted.Rarity(terms.Wanted.Number(p)) * weight).ToList();
        var alike = terms
            .Alike(CollectionsMarshal.AsSpan(pieces), Weights.PiecesNeeded(pieces.Count, spaced: true))
            .GroupBy(w => w.Shared, w => w.Word)
            .Select(g =>
                (Worth: rarity.Where((_, i) => (g.Key >> i & 1) != 0).Sum(), Words: g.OrderBy(w => w.Bytes.Length).ThenBy(w => w).ToList())
            )
            .OrderByDescending(g => g.Worth);
        List<Query> ways = [];
        var left = Weights.MaxAlike;
        foreach (var (worth, words) in alike)
        {
            ways.Add(Clauses.AnyWord(words.Take(left), worth));
            if ((left -= words.Count) <= 0)
                break;
        }
        return ways.Count == 0 ? null : Clauses.Best(ways, tie: 0);
    }

    private BooleanQuery? PiecesOfRun(Word word)
    {
        var pieces = Grams.Of(word).Distinct().Take(_pieces).ToList();
        if (pieces.Count == 0)
            return null;
        _pieces -= pieces.Count;
        var weight = PieceWeight(pieces.Count);
        return Clauses.Any(pieces.Select(p => PieceOfRun(p, weight)), closely ? 1 : Weights.PiecesNeeded(pieces.Count, spaced: false));
    }

    // How often a piece stands in how long a text matters only for the best.
    private Query PieceOfRun(string piece, float weight) =>
        closely
            ? Clauses.Word(Fields.Grams, piece, weight)
            : Clauses.Fact(Fields.Grams, piece, weight * Rarity(Texts(Fields.Grams, piece)));

    // By the root of their number: a long word says more than a short one, but not as much more as it has pieces.
    private static float PieceWeight(int pieces) => Weights.Grams / MathF.Sqrt(pieces);
}

/// <summary>A word of a question in the forms in which texts may hold it.</summary>
/// <param name="Rarity">How much finding it says: the logarithm of one text in how many.</param>
internal sealed record SoughtWord(IReadOnlyList<Term> Ways, float Rarity);
