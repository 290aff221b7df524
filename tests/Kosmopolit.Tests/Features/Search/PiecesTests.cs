using System.Text;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Pieces of words: which words are found by them, and what they are worth.</summary>
public sealed class PiecesTests : IDisposable
{
    private static readonly string[] Syllables = ["ka", "ro", "mi", "sen", "tull", "hav", "nor", "اب", "ክታ", "де"];

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("pieces");
    private readonly OpenIndex _index;
    private readonly List<string[]> _texts = [];

    public PiecesTests()
    {
        var random = new Random(3);
        _index = OpenIndex.Create(_folder.FullName);
        // Several pieces of the index.
        for (var part = 0; part < 3; part++)
        {
            var texts = Enumerable.Range(0, 40).Select(_ => Text(random)).ToList();
            _texts.AddRange(texts);
            _index.Add(
                texts.Select(t => new SearchEntry(Kinds.Article, Guid.CreateVersion7(), "text", Audience.Public)
                {
                    ForEveryone = true,
                    Texts = [new SearchText(string.Join(' ', t), "")],
                })
            );
            _index.Show(new IndexPlace(default, Guid.Empty, EntryDocument.Version));
        }
    }

    [Fact]
    public void Words_with_so_many_of_the_pieces_are_found_and_no_others()
    {
        var words = _texts.SelectMany(t => t).ToHashSet();
        var found = 0;
        foreach (var word in words.Take(60))
        {
            var pieces = Keys(word).Distinct().ToArray();
            for (var needed = 1; needed <= pieces.Length; needed++)
            {
                var wanted = words.Where(w => Keys(w).Intersect(pieces).Count() >= needed).Order().ToList();
                var alike = _index.Search(s => new TermBook(s.IndexReader).Alike(pieces, needed).ToList());
                Assert.Equal(wanted, alike.Select(a => a.Word.Text).Order());
                foreach (var (term, shared) in alike)
                    Assert.Equal(Keys(term.Text).Intersect(pieces).Count(), (int)ulong.PopCount(shared));
                found += alike.Count;
            }
        }
        Assert.True(found > 200, $"Only {found} words were found.");
    }

    [Fact]
    public void Pieces_of_an_entry_weigh_what_BM25_says()
    {
        var asked = Keys("senkaromitull").Distinct().ToList();
        var average = _texts.Average(t => t.Sum(w => Keys(w).Count));
        var weighed = _index.Search(searcher =>
        {
            var terms = new TermBook(searcher.IndexReader);
            var part = new Parts(terms).Of(new PiecesQuery(asked) { Boost = 0.5f });
            Assert.Equal(average, terms.Wanted.Average, 6);
            return searcher.IndexReader.Leaves.SelectMany(leaf => Weigh(leaf, part)).ToList();
        });
        Assert.Equal(_texts.Count, weighed.Count);
        for (var i = 0; i < weighed.Count; i++)
        {
            var pieces = _texts[i].SelectMany(Keys).ToList();
            var length = 1.2 * (0.25 + 0.75 * pieces.Count / average);
            var wanted = asked
                .Select(a => (Times: pieces.Count(p => p == a), Rarity: Rarity(a)))
                .Where(a => a.Times > 0)
                .Sum(a => 0.5 * a.Rarity * a.Times * 2.2 / (a.Times + length));
            Assert.Equal(wanted, double.IsNaN(weighed[i]) ? 0 : weighed[i], 4);
        }
        Assert.Contains(weighed, w => w > 0);
    }

    [Fact]
    public void What_is_kept_of_an_entry_is_read_back()
    {
        var known = new FoldedWords(new Stemming());
        var kept = new KeptEntry();
        var words = Word.In($"karomi karomi senap {string.Concat(Enumerable.Repeat("lång", 300))} ክታብ", known);
        kept.Begin("person/1");
        foreach (var word in words)
            kept.Add(word.Known!);
        for (var i = 0; i < 100; i++)
            kept.Add(words[2].Known!);
        var written = BytesRef.DeepCopyOf(kept.Written());
        Assert.Equal("person/1", KeptEntry.Holder(written));
        var left = KeptEntry.Words(written);
        var read = new List<(string, int)>();
        while (!left.IsEmpty)
        {
            var next = KeptEntry.Next(ref left);
            read.Add((Encoding.UTF8.GetString(next.Word), next.Times));
        }
        Assert.Equal([("karomi", 2), ("senap", 31), (words[3].Folded, 1), (words[4].Folded, 1)], read);
        Assert.Throws<IOException>(() => KeptEntry.Holder(new BytesRef([1, 2, 3])));
    }

    [Fact]
    public void More_words_than_there_is_room_for_are_left_out()
    {
        var known = new FoldedWords(new Stemming());
        var kept = new KeptEntry();
        kept.Begin("article/1");
        foreach (var word in Word.In(string.Join(' ', Enumerable.Range(100_000, 9000)), known))
            kept.Add(word.Known!);
        var written = kept.Written();
        Assert.InRange(written.Length, 30_000, 32_000);
        Assert.Equal("article/1", KeptEntry.Holder(written));
        var left = KeptEntry.Words(written);
        Assert.Equal("100000", Encoding.UTF8.GetString(KeptEntry.Next(ref left).Word));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<double> Weigh(AtomicReaderContext leaf, Part part)
    {
        var piece = part.In(new Segment(leaf, null))!;
        for (var entry = 0; entry < leaf.AtomicReader.MaxDoc; entry++)
            yield return piece.Points(entry);
    }

    // As many entries as the words with it have, were these strewn about.
    private double Rarity(ulong piece)
    {
        var mass = _texts
            .SelectMany(t => t)
            .Distinct()
            .Where(w => Keys(w).Contains(piece))
            .Sum(w => (double)_texts.Count(t => t.Contains(w)));
        var with = _texts.Count * (1 - Math.Exp(-mass / _texts.Count));
        return Math.Log(1 + (_texts.Count - with + 0.5) / (with + 0.5));
    }

    private static string[] Text(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(3, 30))
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Syllables[random.Next(7)]))),
            .. Enumerable
                .Range(7, 3)
                .Select(script => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[script]))),
        ];

    private static List<ulong> Keys(string word)
    {
        var keys = new List<ulong>();
        PieceKeys.Add(word, keys);
        return keys;
    }
}
