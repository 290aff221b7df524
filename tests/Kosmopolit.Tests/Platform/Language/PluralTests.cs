using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>The forms that CLDR gives: of two in Swedish and English, of six in Arabic.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(101, 1)]
    public void Swedish_and_English_tell_one_from_many(long number, int form)
    {
        Assert.Equal(form, ReaderLanguage.Swedish.FormOf(number));
        Assert.Equal(form, ReaderLanguage.English.FormOf(number));
    }

    [Theory]
    [InlineData(0, new long[] { 0 })]
    [InlineData(1, new long[] { 1 })]
    [InlineData(2, new long[] { 2 })]
    [InlineData(3, new long[] { 3, 7, 10, 103, 110, 1003 })]
    [InlineData(4, new long[] { 11, 26, 99, 111, 199, 1011 })]
    [InlineData(5, new long[] { 100, 101, 102, 200, 202, 1000, 1002 })]
    public void Arabic_has_six_forms(int form, long[] numbers) =>
        Assert.All(numbers, n => Assert.Equal(form, ReaderLanguage.Arabic.FormOf(n)));

    [Fact]
    public void A_counted_text_takes_the_form_of_its_number()
    {
        const string Po = """
            msgid "{0} firm"
            msgid_plural "{0} firms"
            msgstr[0] "لا شركات"
            msgstr[1] "شركة واحدة"
            msgstr[2] "شركتان"
            msgstr[3] "{0} شركات"
            msgstr[4] "{0} شركة"
            msgstr[5] "{0} شركة كلها"
            """;
        var catalogue = new Catalogue(ReaderLanguage.Arabic, Po);
        Assert.Equal(
            ["لا شركات", "شركة واحدة", "شركتان", "{0} شركات", "{0} شركة", "{0} شركة كلها"],
            new long[] { 0, 1, 2, 5, 40, 100 }.Select(n => catalogue.Find("{0} firm", "{0} firms", n))
        );
    }

    [Fact]
    public void Without_a_translation_the_English_source_counts_by_itself()
    {
        var catalogue = new Catalogue(ReaderLanguage.Swedish, "");
        Assert.Equal("{0} firm", catalogue.Find("{0} firm", "{0} firms", 1));
        Assert.Equal("{0} firms", catalogue.Find("{0} firm", "{0} firms", 0));
    }
}
