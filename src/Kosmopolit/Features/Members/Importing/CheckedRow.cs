namespace Kosmopolit.Features.Members.Importing;

/// <summary>What is the matter with a row. The first ones keep it out; the others leave out one cell, or only tell.</summary>
public enum RowProblem
{
    NoAddress = 1,
    BadAddress = 2,
    AddressTwice = 3,
    WaitsAlready = 4,
    MemberAlready = 5,

    UnknownMunicipality = 20,
    OutsideRegion = 21,
    BadNumber = 22,
    PersonalNumber = 23,
    NumberOfAnotherFirm = 24,
    FormulaTamed = 25,
    CutShort = 26,
    SameFirm = 40,
}

/// <param name="Other">Number of the row it is about besides; 0 when none.</param>
public readonly record struct RowNote(RowProblem Problem, int Other = 0);

/// <summary>A row of the sheet as it would be imported, with everything that is the matter with it.</summary>
/// <param name="Line">Number of the row in the file, from 1.</param>
/// <param name="Number">Ten digits, or empty.</param>
/// <param name="Municipality">SCB code, or empty.</param>
public sealed record CheckedRow(
    int Line,
    string Email,
    string Name,
    string Firm,
    string Number,
    string Municipality,
    IReadOnlyList<RowNote> Notes
)
{
    /// <summary>Whether a person is invited for it.</summary>
    public bool IsGood => Notes.All(n => n.Problem >= RowProblem.UnknownMunicipality);
}
