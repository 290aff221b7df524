using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>The checks on catalogues, seen failing.</summary>
public sealed class CatalogueCheckTests
{
    private const string Page = """
        // T["only explained"]
        @* T["only explained"] *@
        <h1>@T["Hello {0}", name]</h1> <p title="@T["A \"quoted\" word"]">@T.Count("{0} person", "{0} people", n)</p>
        [Required(ErrorMessage = "Write it.")] return new Refusal("Too " + "late.", nameof(x));
        """;

    [Fact]
    public void Texts_are_collected_from_every_place_that_says_one()
    {
        var source = Read(Page);
        Assert.Equal(["Hello {0}", "A \"quoted\" word", "{0} person", "Write it.", "Too late."], source.Messages.Select(m => m.Id));
        Assert.Equal("{0} people", source.Messages[2].Plural);
        Assert.Equal(3, source.Messages[0].Line);
    }

    [Theory]
    [InlineData("T[name]")]
    [InlineData("T[$\"Hello {name}\"]")]
    [InlineData("T[open ? \"Open\" : \"Closed\"]")]
    [InlineData("T.Count(one, many, 3)")]
    public void A_text_that_only_shows_itself_when_running_is_refused(string code) => Assert.Single(Read(code).Unreadable);

    [Fact]
    public void What_is_missing_or_left_over_is_noticed()
    {
        var entries = Entries("msgid \"Hello {0}\"\nmsgstr \"Hej {0}\"\n\nmsgid \"Gone\"\nmsgstr \"Borta\"\n");
        Assert.Equal(4, CatalogueCheck.Missing(entries, Read(Page).Messages).Count());
        Assert.Contains("Gone", Assert.Single(CatalogueCheck.Unused(entries, Read(Page).Messages)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msgid \"Hello {0}\"\nmsgstr \"Hej\"\n", "places")]
    [InlineData("msgid \"Hello\"\nmsgstr \"Hej {0}\"\n", "places")]
    [InlineData("msgid \"{0} person\"\nmsgid_plural \"{0} people\"\nmsgstr[0] \"en person\"\nmsgstr[1] \"personer\"\n", "places")]
    [InlineData("msgid \"{0} person\"\nmsgid_plural \"{0} people\"\nmsgstr[0] \"en person\"\n", "forms")]
    [InlineData("msgid \"Hello\"\nmsgstr \"\"\n", "empty")]
    [InlineData("msgid \"Hello\"\nmsgstr \"Hej \"\n", "edges")]
    [InlineData("msgid \"Hello\"\nmsgstr \"Hej\"\n\nmsgid \"Hello\"\nmsgstr \"Hejsan\"\n", "twice")]
    public void A_broken_translation_is_noticed(string po, string by)
    {
        var entries = Entries(po);
        var noticed = new Dictionary<string, IEnumerable<string>>
        {
            ["places"] = CatalogueCheck.WrongPlaces(entries, ReaderLanguage.Swedish),
            ["forms"] = CatalogueCheck.WrongForms(entries, ReaderLanguage.Swedish),
            ["empty"] = CatalogueCheck.Empty(entries),
            ["edges"] = CatalogueCheck.WrongEdges(entries),
            ["twice"] = CatalogueCheck.Twice(entries),
        };
        Assert.Equal([by], noticed.Where(n => n.Value.Any()).Select(n => n.Key));
    }

    [Fact]
    public void The_form_for_a_single_number_may_say_it_in_words() =>
        Assert.Empty(
            CatalogueCheck.WrongPlaces(
                Entries("msgid \"{0} person\"\nmsgid_plural \"{0} people\"\nmsgstr[0] \"en person\"\nmsgstr[1] \"{0} personer\"\n"),
                ReaderLanguage.Swedish
            )
        );

    [Fact]
    public void A_catalogue_is_brought_up_to_date_without_losing_what_was_translated()
    {
        var old =
            "msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n\nmsgid \"Hello {0}\"\nmsgstr \"مرحبا {0}\"\n\nmsgid \"Gone\"\nmsgstr \"ذهب\"\n";
        var updated = CatalogueFile.Update(old, ReaderLanguage.Arabic, Read(Page).Messages);
        var entries = Entries(updated);
        Assert.StartsWith("msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n", updated, StringComparison.Ordinal);
        Assert.Equal(Read(Page).Messages.Select(m => m.Id), entries.Select(e => e.Id));
        Assert.Equal("مرحبا {0}", entries[0].Translations[0]);
        Assert.Equal(6, entries[2].Translations.Count);
        Assert.Equal(updated, CatalogueFile.Update(updated, ReaderLanguage.Arabic, Read(Page).Messages));
    }

    private static Extraction Read(string source)
    {
        var extraction = new Extraction();
        extraction.Read("Page.razor", source);
        return extraction;
    }

    private static IReadOnlyList<PoEntry> Entries(string po) => PoFile.Parse(po);
}
