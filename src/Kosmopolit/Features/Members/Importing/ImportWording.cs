using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>What is said about a row, in words that tell what to do.</summary>
public static class ImportWording
{
    public static string Say(RowNote note, Texts t) =>
        note.Problem switch
        {
            RowProblem.NoAddress => t["No e-mail address: nobody can be invited."],
            RowProblem.BadAddress => t["This is not an e-mail address. Mend it in the file."],
            RowProblem.AddressTwice => t["The same address stands in row {0}.", note.Other],
            RowProblem.WaitsAlready => t["Was imported before and has not answered yet."],
            RowProblem.MemberAlready => t["Is a member of this network already."],
            RowProblem.UnknownMunicipality => t["We know no such municipality. It is left out."],
            RowProblem.OutsideRegion => t["The municipality is outside the network’s region."],
            RowProblem.BadNumber => t["This is not an organisation number. It is left out."],
            RowProblem.PersonalNumber => t["This looks like a personal number. It is left out and kept nowhere."],
            RowProblem.NumberOfAnotherFirm => t[
                "Row {0} has the same organisation number for another firm. It is left out here.",
                note.Other
            ],
            RowProblem.FormulaTamed => t["A cell began like a formula. It is taken as plain words."],
            RowProblem.CutShort => t["A cell is too long. Only its beginning is taken."],
            _ => t["The same firm as in row {0}: they become colleagues.", note.Other],
        };

    /// <summary>What stands between the cells, by its name.</summary>
    public static string Name(char separator, Texts t) =>
        separator switch
        {
            ';' => t["semicolon"],
            '\t' => t["tabulator"],
            _ => t["comma"],
        };
}
