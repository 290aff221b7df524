using CsCheck;
using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;

namespace Kosmopolit.Tests.Platform.Language;

public sealed class PoFileTests
{
    [Fact]
    public void Comments_continued_strings_plurals_and_escapes_are_read()
    {
        var entries = PoFile.Parse(
            """
            # a remark
            msgid ""
            msgstr "Language: sv\n"

            #: src/Page.razor
            msgid "A \"word\" "
            "and more\\"
            msgstr "Ett \"ord\" "
            "och mer\n\tsedan"

            msgid "{0} firm"
            msgid_plural "{0} firms"
            msgstr[0] "ett"
            msgstr[1] "flera"
            """
        );
        Assert.Equal(2, entries.Count);
        Assert.Equal("A \"word\" and more\\", entries[0].Id);
        Assert.Equal("Ett \"ord\" och mer\n\tsedan", Assert.Single(entries[0].Translations));
        Assert.Equal(6, entries[0].Line);
        Assert.Equal(("{0} firm", "{0} firms"), (entries[1].Id, entries[1].Plural));
        Assert.Equal(["ett", "flera"], entries[1].Translations);
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr 'b'", 2)]
    [InlineData("msgstr \"a\"", 1)]
    [InlineData("\"lost\"", 1)]
    [InlineData("msgid \"a\"\n\nnonsense", 3)]
    public void What_is_no_catalogue_is_refused_with_its_line(string text, int line)
    {
        var refusal = Assert.Throws<FormatException>(() => PoFile.Parse(text));
        Assert.Contains($"Line {line} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        Gen
            .String.Where(id => id.Length > 0 && !id.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            .Sample(id =>
            {
                var po = CatalogueFile.Update(
                    "msgid \"\"\nmsgstr \"\"\n",
                    ReaderLanguage.English,
                    [new Message(id, null, "Page.razor", 1)]
                );
                var entry = PoFile.Parse(po).Single();
                return entry.Id == id && entry.Translations.Single() == id;
            });
}
