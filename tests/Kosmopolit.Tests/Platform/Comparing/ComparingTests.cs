using CsCheck;
using Kosmopolit.Platform.Comparing;

namespace Kosmopolit.Tests.Platform.Comparing;

/// <summary>What changed between texts can be read in every script, and two who write at once lose nothing.</summary>
public sealed class ComparingTests
{
    private static readonly string[] Pieces =
    [
        "te ",
        "kaffe ",
        "tre glas.\n",
        "## Namn\n",
        "شاي ",
        "ثلاثة أكواب.\n",
        "茶要喝三杯。",
        "ชาสามแก้ว ",
        "cà phê ",
        "😀",
        "\n\n",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 12]
        .Select(these => string.Concat(these.Select(i => Pieces[i])));

    [Fact]
    public void Both_texts_can_be_read_off_what_changed() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (before, after) =>
                {
                    var parts = TextChange.Between(before, after);
                    Assert.Equal(before, string.Concat(parts.Where(p => p.Came != true).Select(p => p.Text)));
                    Assert.Equal(after, string.Concat(parts.Where(p => p.Came != false).Select(p => p.Text)));
                }
            );

    [Theory]
    [InlineData("Drick te först", "Drick kaffe först", "te", "kaffe")]
    [InlineData("اشرب الشاي أولا", "اشرب القهوة أولا", "الشاي", "القهوة")]
    [InlineData("先喝茶再谈", "先喝酒再谈", "茶", "酒")]
    [InlineData("ดื่มชาก่อน", "ดื่มนมก่อน", "ชา", "นม")]
    public void Only_the_word_that_changed_is_marked(string before, string after, string went, string came)
    {
        var parts = TextChange.Between(before, after);
        Assert.Equal(went, string.Concat(parts.Where(p => p.Came == false).Select(p => p.Text)));
        Assert.Equal(came, string.Concat(parts.Where(p => p.Came == true).Select(p => p.Text)));
    }

    [Fact]
    public void Whoever_writes_alone_is_right() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (was, now) =>
                {
                    Assert.Equal(now, ThreeWays.Merge(was, now, was));
                    Assert.Equal(now, ThreeWays.Merge(was, was, now));
                    Assert.Equal(now, ThreeWays.Merge(was, now, now));
                }
            );

    [Fact]
    public void Two_who_write_in_different_places_are_both_heard()
    {
        var was = "Hälsa först på den äldste.\n\nDrick te.\n\nFråga om vägen.";
        var merged = ThreeWays.Merge(
            was,
            was.Replace("Drick te", "Drick kaffe", StringComparison.Ordinal),
            was.Replace("vägen", "familjen", StringComparison.Ordinal)
        );
        Assert.Equal("Hälsa först på den äldste.\n\nDrick kaffe.\n\nFråga om familjen.", merged);
    }

    [Fact]
    public void Two_who_change_the_same_word_must_look_themselves() =>
        Assert.Null(ThreeWays.Merge("Drick te.", "Drick kaffe.", "Drick vatten."));
}
