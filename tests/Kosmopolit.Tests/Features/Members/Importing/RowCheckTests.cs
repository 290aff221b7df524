using System.Text;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Importing;

/// <summary>What is said about each row.</summary>
public sealed class RowCheckTests
{
    private static readonly Atlas Atlas = new();
    private static readonly Network Network = new("norr", "Norr", ["2480", "2580"], MovableClock.Morning, null);

    [Theory]
    [InlineData("", RowProblem.NoAddress)]
    [InlineData("nobody", RowProblem.BadAddress)]
    [InlineData("a b@example.org", RowProblem.BadAddress)]
    [InlineData("a@localhost", RowProblem.BadAddress)]
    [InlineData("=cmd@example.org", RowProblem.BadAddress)]
    [InlineData("a@example.org, b@example.org", RowProblem.BadAddress)]
    public void An_address_that_reaches_nobody_keeps_the_row_out(string email, RowProblem problem)
    {
        var row = Assert.Single(Check($"epost\t namn\n{email}\tNamn\n"));
        Assert.False(row.IsGood);
        Assert.Contains(row.Notes, n => n.Problem == problem);
    }

    [Fact]
    public void An_address_twice_or_waiting_already_is_named_with_its_row()
    {
        var rows = Check("epost\nA@example.org\na@EXAMPLE.org\nold@example.org\n", "OLD@EXAMPLE.ORG");
        Assert.Equal([true, false, false], rows.Select(r => r.IsGood));
        Assert.Equal(new RowNote(RowProblem.AddressTwice, 2), rows[1].Notes[0]);
        Assert.Equal(RowProblem.WaitsAlready, rows[2].Notes[0].Problem);
    }

    [Fact]
    public void The_same_number_makes_colleagues_of_one_firm_and_a_problem_of_two()
    {
        var rows = Check(
            "epost;företag;orgnr\na@example.org;Ek AB;556036-0793\nb@example.org;EK ab;5560360793\nc@example.org;Annat AB;556036-0793\n"
        );
        Assert.All(rows, r => Assert.True(r.IsGood));
        Assert.Equal((RowProblem.SameFirm, "5560360793"), (rows[1].Notes[0].Problem, rows[1].Number));
        Assert.Equal((RowProblem.NumberOfAnotherFirm, ""), (rows[2].Notes[0].Problem, rows[2].Number));
    }

    [Fact]
    public void Numbers_that_are_wrong_or_a_persons_are_left_out()
    {
        var rows = Check("epost;orgnr\na@example.org;556036-0794\nb@example.org;19811228-9874\nc@example.org;hej\n");
        Assert.Equal([RowProblem.BadNumber, RowProblem.PersonalNumber, RowProblem.BadNumber], rows.Select(r => r.Notes[0].Problem));
        Assert.All(rows, r => Assert.Equal("", r.Number));
    }

    [Fact]
    public void Municipalities_are_known_by_their_names_and_strange_ones_left_out()
    {
        var rows = Check("epost;kommun\na@example.org;Umeå\nb@example.org;LULEÅ KOMMUN\nc@example.org;Malmö\nd@example.org;Atlantis\n");
        Assert.Equal(["2480", "2580", "1280", ""], rows.Select(r => r.Municipality));
        Assert.Equal([RowProblem.OutsideRegion, RowProblem.UnknownMunicipality], rows.Skip(2).Select(r => r.Notes[0].Problem));
        Assert.All(rows, r => Assert.True(r.IsGood));
    }

    [Fact]
    public void A_formula_becomes_words_and_markup_too()
    {
        var rows = Check("epost;namn;företag\na@example.org;=HYPERLINK(1);<b>Ek</b>\nb@example.org;@SUM(1);-2+3\n");
        Assert.Equal(("HYPERLINK(1)", "bEk/b"), (rows[0].Name, rows[0].Firm));
        Assert.Equal(("SUM(1)", "2+3"), (rows[1].Name, rows[1].Firm));
        Assert.All(rows, r => Assert.Contains(r.Notes, n => n.Problem == RowProblem.FormulaTamed));
    }

    [Fact]
    public void Without_headings_the_addresses_tell_their_column()
    {
        var rows = Check("Ek;ek@example.org\nAsk;ask@example.org\n");
        Assert.Equal(["ek@example.org", "ask@example.org"], rows.Select(r => r.Email));
    }

    private static IReadOnlyList<CheckedRow> Check(string text, params string[] waiting)
    {
        var sheet = SheetReader.Read(Encoding.UTF8.GetBytes(text), null).Value!;
        return new RowCheck(Atlas, Network, waiting.ToHashSet(), new HashSet<string>()).All(
            sheet,
            SheetColumns.Guess(sheet),
            SheetColumns.HasHeadings(sheet)
        );
    }
}
