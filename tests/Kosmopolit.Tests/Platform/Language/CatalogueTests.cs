using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>Every text of the interface is said in every language; <c>bin/strings</c> makes the list.</summary>
public sealed class CatalogueTests
{
    private static readonly Extraction Source = Extraction.Of(SourceTree.Root);

    public static TheoryData<string> Languages => [.. ReaderLanguage.All.Select(l => l.Tag)];

    [Fact]
    public void Texts_are_written_where_they_are_said() => Found.Nothing(Source.Unreadable.Select(u => u.ToString()));

    [Fact]
    public void A_text_is_either_plain_or_counted() => Found.Nothing(CatalogueCheck.BothPlainAndCounted(Source.Messages));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_missing(string tag) => Found.Nothing(CatalogueCheck.Missing(Entries(tag), Source.Messages));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_left_over(string tag) => Found.Nothing(CatalogueCheck.Unused(Entries(tag), Source.Messages));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_is_translated_once(string tag)
    {
        Found.Nothing(CatalogueCheck.Empty(Entries(tag)));
        Found.Nothing(CatalogueCheck.Twice(Entries(tag)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Counted_texts_have_the_languages_forms(string tag) => Found.Nothing(CatalogueCheck.WrongForms(Entries(tag), Language(tag)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Places_and_spaces_survive_translation(string tag)
    {
        Found.Nothing(CatalogueCheck.WrongPlaces(Entries(tag), Language(tag)));
        Found.Nothing(CatalogueCheck.WrongEdges(Entries(tag)));
    }

    [Fact]
    public void English_says_what_the_source_says() =>
        Found.Nothing(
            Entries("en").Where(e => e.Translations[0] != e.Id || (e.Plural is not null && e.Translations[1] != e.Plural)).Select(e => e.Id)
        );

    [Fact]
    public void The_collection_found_the_interface()
    {
        Assert.True(Source.Messages.Count > 100, $"Only {Source.Messages.Count} texts were found.");
        Assert.Contains(
            Source.Messages,
            m => m.Id == "There is no such page" && m.File.EndsWith("ProblemPage.razor", StringComparison.Ordinal)
        );
        Assert.Contains(Source.Messages, m => m.Id == "This code is too old. Ask for a new one.");
        Assert.Contains(Source.Messages, m => m.Id == "Write your e-mail address.");
    }

    private static IReadOnlyList<PoEntry> Entries(string tag) =>
        PoFile.Parse(SourceTree.Read($"src/Kosmopolit/Platform/Language/Catalogues/{tag}.po").Text);

    private static ReaderLanguage Language(string tag) => ReaderLanguage.Find(tag)!;
}
