using System.Text;
using CsCheck;
using Kosmopolit.Features.Members.Importing;
using MiniExcelLibs;

namespace Kosmopolit.Tests.Features.Members.Importing;

/// <summary>Files as people have them: any letters, any separator, or no list at all.</summary>
public sealed class SheetReaderTests
{
    private const string List = "Namn;E-post;Kommun\r\nÅsa Öberg;asa@example.org;Luleå\r\n";

    public static TheoryData<string, string> Stored =>
        new()
        {
            { "utf8", SheetLetters.Utf8 },
            { "utf8-mark", SheetLetters.Utf8 },
            { "utf16-le", SheetLetters.Utf16 },
            { "utf16-be", SheetLetters.Utf16 },
            { "utf16-bare", SheetLetters.Utf16 },
            { "1252", SheetLetters.Western },
        };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Letters_are_found_out(string how, string name)
    {
        var (sheet, refusal) = SheetReader.Read(Store(List, how), null);
        Assert.Null(refusal);
        Assert.Equal((name, "Åsa Öberg", "Luleå", ""), (sheet!.Letters, sheet.Rows[1][0], sheet.Rows[1][2], sheet.Doubt));
    }

    [Fact]
    public void Letters_that_were_read_wrongly_once_before_are_pointed_out()
    {
        var garbled = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(List));
        var (sheet, _) = SheetReader.Read(Encoding.UTF8.GetBytes(garbled), null);
        Assert.Contains("Ã…", sheet!.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_are_not_as_somebody_says_are_refused()
    {
        var (sheet, refusal) = SheetReader.Read(Store(List, "1252"), SheetLetters.Utf8);
        Assert.Null(sheet);
        Assert.Contains("not stored like that", refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(
            "اسم",
            SheetReader
                .Read(CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes("اسم;a@example.org\n"), SheetLetters.Arabic)
                .Value!.Rows[0][0]
        );
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void Separators_are_found_out_and_quotation_marks_respected(char separator)
    {
        var text = $"namn{separator}epost\n\"Ek{separator} \"\"Firma\"\"\nAB\"{separator}ek@example.org\n";
        var (sheet, _) = SheetReader.Read(Encoding.UTF8.GetBytes(text), null);
        Assert.Equal(separator, sheet!.Separator);
        Assert.Equal(($"Ek{separator} \"Firma\"\nAB", "ek@example.org"), (sheet.Rows[1][0], sheet.Rows[1][1]));
    }

    [Fact]
    public void A_workbook_is_read_with_numbers_as_they_are_written()
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(
            new[]
            {
                new
                {
                    Epost = "a@example.org",
                    Orgnr = 5560360793d,
                    Namn = "Å",
                },
                new
                {
                    Epost = "b@example.org",
                    Orgnr = 0d,
                    Namn = "",
                },
            }
        );
        var (sheet, refusal) = SheetReader.Read(bytes.ToArray(), null);
        Assert.Null(refusal);
        Assert.Equal(("5560360793", "Å", (char?)null), (sheet!.Rows[1][1], sheet.Rows[1][2], sheet.Separator));
        Assert.Equal([SheetColumn.Email, SheetColumn.Number, SheetColumn.Name], SheetColumns.Guess(sheet));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n;;\n")]
    [InlineData("%PDF-1.7\n%âãÏÓ")]
    [InlineData("PK\u0003\u0004 this is no workbook")]
    public void What_is_no_list_is_refused_in_words(string content) =>
        Assert.NotNull(SheetReader.Read(Encoding.Latin1.GetBytes(content), null).Refusal);

    [Fact]
    public void Ten_thousand_rows_are_refused_clearly_and_at_once()
    {
        var text = "epost\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"p{i}@example.org\n"));
        var began = TimeProvider.System.GetTimestamp();
        var (sheet, refusal) = SheetReader.Read(Encoding.UTF8.GetBytes(text), null);
        Assert.Null(sheet);
        Assert.Equal([10_001, SheetReader.MostRows], refusal!.Arguments);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    /// <summary>Whatever bytes come, the answer is rows or a refusal, never a fault.</summary>
    [Fact]
    public void Any_bytes_are_answered() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(bytes =>
            {
                var (sheet, refusal) = SheetReader.Read(bytes, null);
                return (sheet is null) != (refusal is null);
            });

    private static byte[] Store(string text, string how) =>
        how switch
        {
            "utf8" => Encoding.UTF8.GetBytes(text),
            "utf8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "utf16-le" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            "utf16-be" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf16-bare" => Encoding.Unicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };
}
