using System.Text;
using CsCheck;
using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Umeå", "umea")]
    [InlineData("ÅNGERMANLAND", "angermanland")]
    [InlineData("Şırnak İzmir", "sirnak izmir")]
    [InlineData("Straße", "strasse")]
    [InlineData("Tromsø Ærø", "tromso aero")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Þingvellir, Reyðarfjörður", "thingvellir reydarfjordur")]
    [InlineData("cœur", "coeur")]
    [InlineData("Ёлка Йошкар", "елка иошкар")]
    [InlineData("Ürümqi", "urumqi")]
    public void Letters_of_Europe_lose_case_and_accents(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("إيران", "ايران")]
    [InlineData("ایران", "ايران")]
    [InlineData("أفغانستان", "افغانستان")]
    [InlineData("پاکستان", "پاكستان")]
    [InlineData("مكة", "مكه")]
    [InlineData("مؤتمر", "موتمر")]
    [InlineData("عـــراق", "عراق")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("هەولێر", "ههولير")]
    [InlineData("١٢٣ ۴۵۶", "123 456")]
    [InlineData("ایرانی\u200Cها", "ايراني ها")]
    public void Arabic_and_Persian_letters_meet(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("  Côte d’Ivoire ", "cote divoire")]
    [InlineData("U.S.A.", "usa")]
    [InlineData("Guinea-Bissau", "guinea bissau")]
    [InlineData("Iran/Irak.\tSlut", "iran irak slut")]
    [InlineData("\u202Bايران\u202C", "ايران")]
    [InlineData("Обʼєднані", "обєднані")]
    [InlineData("?!…", "")]
    [InlineData("", "")]
    public void Signs_part_words_or_vanish(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Vowel_signs_stay_where_words_cannot_be_told_apart_without_them()
    {
        Assert.NotEqual(Folding.Fold("की"), Folding.Fold("कू"));
        Assert.NotEqual(Folding.Fold("มา"), Folding.Fold("มี"));
        Assert.NotEqual(Folding.Fold("កា"), Folding.Fold("កី"));
    }

    [Fact]
    public void Folding_any_character_twice_changes_nothing_more()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code))
                continue;
            var once = Folding.Fold($"a{new Rune(code)}b");
            Assert.True(once == Folding.Fold(once), $"U+{code:X4}: {once}");
        }
    }

    [Fact]
    public void Folding_any_text_twice_changes_nothing_more() =>
        Gen.String.Sample(text =>
        {
            var once = Folding.Fold(text);
            Assert.Equal(once, Folding.Fold(once));
        });

    [Fact]
    public void Folded_texts_have_single_spaces_and_none_at_the_ends() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["aåÅ .-'\u200C\u064E\uD800\t"], 0, 40])
            .Sample(text =>
            {
                var folded = Folding.Fold(text);
                Assert.Equal(folded.Trim(), folded);
                Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
            });
}
