using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Bench.Search;

/// <summary>
/// Any number of invented texts, the same in every run: words as frequent as words are, in Swedish compounds and endings, each
/// about some country. Nobody wrote them; they are as long and as varied as notes of members are.
/// </summary>
internal sealed class Crowd(int count, Atlas atlas)
{
    private const int Seed = 20261123;
    private const int Vocabulary = 40_000;

    private static readonly string[] Starts =
    [
        "an",
        "be",
        "bo",
        "bro",
        "dra",
        "eks",
        "fa",
        "fra",
        "fö",
        "gru",
        "han",
        "im",
        "in",
        "ka",
        "kon",
        "kra",
        "la",
        "ma",
        "mo",
        "nä",
        "om",
        "pro",
        "re",
        "sa",
        "ska",
        "ste",
        "sä",
        "ta",
        "tra",
        "tu",
        "un",
        "ut",
        "va",
        "vi",
        "åt",
        "öv",
    ];

    private static readonly string[] Middles =
    [
        "ber",
        "del",
        "dra",
        "fak",
        "gel",
        "hand",
        "kla",
        "kon",
        "led",
        "lig",
        "mar",
        "mon",
        "nad",
        "por",
        "rik",
        "sam",
        "sik",
        "ter",
        "tra",
        "tull",
        "vand",
    ];

    private static readonly string[] Ends =
    [
        "a",
        "ad",
        "ande",
        "are",
        "en",
        "er",
        "erna",
        "et",
        "hus",
        "ing",
        "ning",
        "or",
        "skap",
        "tion",
        "verk",
    ];

    private readonly string[] _words = Words(new Random(Seed));
    private readonly string[] _countries = [.. atlas.Countries.Select(c => c.Alpha2)];

    public int Count => count;

    /// <summary>Titles and texts, made while they are read.</summary>
    public IEnumerable<(string Title, string Text, string Country)> Texts()
    {
        var random = new Random(Seed + 1);
        for (var i = 0; i < count; i++)
            yield return (Sentence(random, 4), Sentence(random, 20 + random.Next(80)), _countries[Rank(random, _countries.Length)]);
    }

    public IEnumerable<SearchEntry> Entries() =>
        Texts()
            .Select(t => new SearchEntry(Kinds.Article, Guid.CreateVersion7(), "text", Audience.Public)
            {
                ForEveryone = true,
                Title = t.Title,
                Texts = [new SearchText(t.Title, "sv"), new SearchText(t.Text, "sv")],
                Facts = [new SearchFact(SearchField.Country, t.Country)],
            });

    /// <summary>Questions of one to five words, as rare as words of texts are.</summary>
    public IReadOnlyList<string> Questions(int wanted)
    {
        var random = new Random(Seed + 2);
        return [.. Enumerable.Range(0, wanted).Select(_ => Sentence(random, 1 + random.Next(5)))];
    }

    private string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => _words[Rank(random, Vocabulary)]));

    // Zipf: the second word is half as frequent as the first.
    private static int Rank(Random random, int of) => (int)Math.Pow(of, random.NextDouble()) - 1;

    private static string[] Words(Random random) =>
        [
            .. Enumerable
                .Repeat(0, Vocabulary)
                .Select(_ =>
                    One(random, Starts) + One(random, Middles) + (random.Next(2) == 0 ? One(random, Middles) : "") + One(random, Ends)
                ),
        ];

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];
}
