using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>Looks at every row and says what is wrong with it. Nothing here reads or writes the database.</summary>
/// <param name="waiting">Normalised addresses that were imported before and wait.</param>
/// <param name="members">Normalised addresses of the network's own members, of those who show that they are.</param>
public sealed class RowCheck(Atlas atlas, Network network, IReadOnlySet<string> waiting, IReadOnlySet<string> members)
{
    private static readonly EmailAddressAttribute Address = new();
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

    private readonly Dictionary<string, int> _addresses = [];
    private readonly Dictionary<string, (int Line, string Firm)> _numbers = [];
    private readonly Lazy<Dictionary<string, string>> _municipalities = new(() => ByName(atlas));

    public IReadOnlyList<CheckedRow> All(Sheet sheet, IReadOnlyList<SheetColumn> columns, bool hasHeadings) =>
        [.. sheet.Rows.Skip(hasHeadings ? 1 : 0).Select(r => One(r, columns))];

    private CheckedRow One(SheetRow row, IReadOnlyList<SheetColumn> columns)
    {
        var notes = new List<RowNote>();
        var email = Email(Cell(row, columns, SheetColumn.Email), row.Line, notes);
        var name = Words(Name(row, columns), 200, notes);
        var firm = Words(Cell(row, columns, SheetColumn.Firm), 200, notes);
        var number = Number(Cell(row, columns, SheetColumn.Number), firm, row.Line, notes);
        var municipality = Municipality(Cell(row, columns, SheetColumn.Municipality), notes);
        return new CheckedRow(row.Line, email, name, firm, number, municipality, notes);
    }

    private static string Cell(SheetRow row, IReadOnlyList<SheetColumn> columns, SheetColumn wanted)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == wanted)
                return row[i];
        return "";
    }

    private static string Name(SheetRow row, IReadOnlyList<SheetColumn> columns)
    {
        var whole = Cell(row, columns, SheetColumn.Name);
        return whole.Length > 0 ? whole : $"{Cell(row, columns, SheetColumn.FirstName)} {Cell(row, columns, SheetColumn.LastName)}";
    }

    private string Email(string cell, int line, List<RowNote> notes)
    {
        var email = PlainText.Clean(cell);
        if (email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            email = email["mailto:".Length..];
        if (email.Length == 0)
            notes.Add(new(RowProblem.NoAddress));
        else if (!IsAddress(email) || email != cell)
            notes.Add(new(RowProblem.BadAddress));
        else if (!_addresses.TryAdd(Account.Normalise(email), line))
            notes.Add(new(RowProblem.AddressTwice, _addresses[Account.Normalise(email)]));
        else if (members.Contains(Account.Normalise(email)))
            notes.Add(new(RowProblem.MemberAlready));
        else if (waiting.Contains(Account.Normalise(email)))
            notes.Add(new(RowProblem.WaitsAlready));
        return email.Length > 254 ? email[..254] : email;
    }

    private static bool IsAddress(string email) =>
        email.Length <= 254
        && Address.IsValid(email)
        && !Formula.Contains(email[0])
        && !email.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '|')
        && email.LastIndexOf('.') > email.IndexOf('@', StringComparison.Ordinal) + 1
        && !email.EndsWith('.');

    // A cell that begins like a formula stays words: the sign goes, here and again when it is exported.
    private static string Words(string cell, int most, List<RowNote> notes)
    {
        var words = PlainText.Clean(cell);
        var tame = words.TrimStart([.. Formula, ' ']);
        if (tame.Length < words.Length)
            notes.Add(new(RowProblem.FormulaTamed));
        tame = PlainText.HasTag(tame) ? tame.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal) : tame;
        if (tame.Length <= most)
            return tame;
        notes.Add(new(RowProblem.CutShort));
        return tame[..(char.IsHighSurrogate(tame[most - 1]) ? most - 1 : most)];
    }

    // Colleagues share a number; two firms do not.
    private string Number(string cell, string firm, int line, List<RowNote> notes)
    {
        var (kind, number) = OrganisationNumber.Read(cell);
        if (number is not { Digits: var digits })
        {
            if (kind is NumberKind.Personal or NumberKind.WrongPersonal)
                notes.Add(new(RowProblem.PersonalNumber));
            else if (kind != NumberKind.None)
                notes.Add(new(RowProblem.BadNumber));
            return "";
        }
        if (_numbers.TryAdd(digits, (line, Folding.Fold(firm))))
            return digits;
        var (other, name) = _numbers[digits];
        var isSame = name == Folding.Fold(firm) || name.Length == 0 || firm.Length == 0;
        notes.Add(new(isSame ? RowProblem.SameFirm : RowProblem.NumberOfAnotherFirm, other));
        return isSame ? digits : "";
    }

    private string Municipality(string cell, List<RowNote> notes)
    {
        var name = Folding.Fold(PlainText.Clean(cell));
        if (name.Length == 0)
            return "";
        if (!_municipalities.Value.TryGetValue(name, out var code) && !_municipalities.Value.TryGetValue(WithoutKind(name), out code))
        {
            notes.Add(new(RowProblem.UnknownMunicipality));
            return "";
        }
        if (network.Municipalities.All(m => m.Code != code))
            notes.Add(new(RowProblem.OutsideRegion));
        return code;
    }

    // "Umeå kommun", "Älvsbyns kommun".
    private static string WithoutKind(string name) =>
        name.EndsWith(" kommun", StringComparison.Ordinal) ? name[..^" kommun".Length].TrimEnd('s') : name;

    private static Dictionary<string, string> ByName(Atlas atlas)
    {
        var names = new Dictionary<string, string>();
        foreach (var m in atlas.Municipalities)
        {
            names.TryAdd(m.Code, m.Code);
            foreach (var name in new[] { m.SwedishName, m.ArabicName })
            {
                names.TryAdd(Folding.Fold(name), m.Code);
                names.TryAdd(Folding.Fold(name).TrimEnd('s'), m.Code);
            }
        }
        return names;
    }
}
