using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>Digits 0–9 stand in every language, each time between the marks that belong to them there.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Swedish_writes_a_comma_and_spaces() =>
        Assert.Equal("12\u00a0345,6", 12345.6m.ToString("N1", ReaderLanguage.Swedish.Culture));

    [Fact]
    public void Arabic_has_no_marks_of_other_digits() => Assert.Equal("12,345.6", 12345.6m.ToString("N1", ReaderLanguage.Arabic.Culture));

    [Fact]
    public void Arabic_dates_are_Gregorian() =>
        Assert.Equal("نوفمبر 2026", new DateOnly(2026, 11, 23).ToString("MMMM yyyy", ReaderLanguage.Arabic.Culture));
}
