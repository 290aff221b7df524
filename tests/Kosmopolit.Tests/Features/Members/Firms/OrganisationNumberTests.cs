using System.Globalization;
using CsCheck;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Firms;

public sealed class OrganisationNumberTests
{
    private static readonly string[] Zeros = ["0", "٠", "۰", "०", "０"];

    private static readonly Gen<string> LegalPersons =
        from digits in Gen.Char['0', '9'].Array[9]
        from third in Gen.Char['2', '9']
        let nine = string.Concat(digits[..2]) + third + string.Concat(digits[3..])
        select nine + OrganisationNumber.CheckDigit(nine);

    private static readonly Gen<string> Persons =
        from day in Gen.Int[0, 36_000]
        from serial in Gen.Int[0, 999]
        from isCoordination in Gen.Bool
        let date = new DateOnly(1920, 1, 1).AddDays(day)
        let nine = $"{date:yyMM}{date.Day + (isCoordination ? 60 : 0):00}{serial:000}"
        select nine + OrganisationNumber.CheckDigit(nine);

    private static readonly Gen<Func<string, string>> Writings =
        from zero in OneOf(Zeros)
        from between in OneOf("", "-", " ", " - ", "–", "\u200E-", "\u00A0")
        from before in OneOf("", "16", "16 ", " ")
        select (Func<string, string>)(ten => InDigitsFrom(zero, $"{before}{ten[..6]}{between}{ten[6..]}"));

    [Fact]
    public void Every_writing_of_a_number_gives_its_ten_digits() =>
        Gen.Select(LegalPersons, Writings)
            .Sample(
                (ten, write) =>
                {
                    var (kind, number) = OrganisationNumber.Read(write(ten));
                    Assert.Equal(NumberKind.LegalPerson, kind);
                    Assert.Equal(ten, number!.Value.Digits);
                    Assert.Equal(ten, OrganisationNumber.Read(number.Value.ToString()).Number!.Value.Digits);
                }
            );

    [Fact]
    public void One_wrong_digit_is_always_noticed() =>
        Gen.Select(LegalPersons, Gen.Int[0, 9], Gen.Int[1, 9])
            .Sample(
                (ten, at, more) =>
                {
                    var wrong = ten.ToCharArray();
                    wrong[at] = (char)('0' + (wrong[at] - '0' + more) % 10);
                    Assert.Null(OrganisationNumber.Read(new string(wrong)).Number);
                }
            );

    [Fact]
    public void A_personal_or_coordination_number_is_seen_to_hold_and_never_given_out() =>
        Persons.Sample(ten =>
        {
            var (kind, number) = OrganisationNumber.Read($"{ten[..6]}-{ten[6..]}");
            Assert.Equal(NumberKind.Personal, kind);
            Assert.Null(number);
            Assert.True(OrganisationNumber.MayBePersonal(ten));
        });

    [Fact]
    public void Whatever_is_typed_is_read_without_a_fault() =>
        Gen.String.Sample(typed =>
        {
            var (kind, number) = OrganisationNumber.Read(typed);
            Assert.Equal(kind == NumberKind.LegalPerson, number is not null);
        });

    [Theory]
    [InlineData("", NumberKind.None)]
    [InlineData("  ", NumberKind.None)]
    [InlineData("559999-1238", NumberKind.LegalPerson)]
    [InlineData("165599991238", NumberKind.LegalPerson)]
    [InlineData("559999-1239", NumberKind.WrongCheckDigit)]
    [InlineData("19811218-9876", NumberKind.Personal)]
    [InlineData("811218+9876", NumberKind.Personal)]
    [InlineData("811218-9877", NumberKind.WrongPersonal)]
    [InlineData("811318-9876", NumberKind.WrongPersonal)]
    [InlineData("16811218-9876", NumberKind.WrongPersonal)]
    [InlineData("DE 811907980", NumberKind.Foreign)]
    [InlineData("12345", NumberKind.Foreign)]
    public void Numbers_are_told_apart(string typed, NumberKind kind) => Assert.Equal(kind, OrganisationNumber.Read(typed).Kind);

    [Fact]
    public void A_leap_day_needs_a_leap_year()
    {
        Assert.Equal(NumberKind.Personal, OrganisationNumber.Read(WithCheck("20000229", "123")).Kind);
        Assert.Equal(NumberKind.WrongPersonal, OrganisationNumber.Read(WithCheck("19000229", "123")).Kind);
        Assert.Equal(NumberKind.WrongPersonal, OrganisationNumber.Read(WithCheck("19810229", "123")).Kind);
    }

    [Theory]
    [InlineData("5599991238", false)]
    [InlineData("8112189876", true)]
    [InlineData("19811218-987", true)]
    [InlineData("811218-98768", true)]
    [InlineData("person 811218-9876", true)]
    [InlineData("HRB 123", false)]
    public void What_may_be_meant_as_a_personal_number_is_known(string typed, bool may) =>
        Assert.Equal(may, OrganisationNumber.MayBePersonal(typed));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string WithCheck(string date, string serial) => date + serial + OrganisationNumber.CheckDigit(date[2..] + serial);

    private static string InDigitsFrom(string zero, string text) =>
        string.Concat(
            text.Select(c => char.IsAsciiDigit(c) ? ((char)(zero[0] + (c - '0'))).ToString(CultureInfo.InvariantCulture) : $"{c}")
        );
}
