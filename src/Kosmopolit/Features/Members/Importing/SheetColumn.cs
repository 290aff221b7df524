using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>What a column of the sheet means.</summary>
public enum SheetColumn
{
    None = 0,
    Email = 1,
    Name = 2,
    FirstName = 3,
    LastName = 4,
    Firm = 5,
    Number = 6,
    Municipality = 7,
}

/// <summary>Guesses what columns mean from their headings, or from what stands in them.</summary>
public static class SheetColumns
{
    private static readonly Dictionary<SheetColumn, string[]> Headings = new()
    {
        [SheetColumn.Email] =
        [
            "epost",
            "epostadress",
            "email",
            "emailaddress",
            "mejl",
            "mejladress",
            "mail",
            "mailadress",
            "البريد",
            "البريدالالكتروني",
            "ايميل",
        ],
        [SheetColumn.Name] = ["namn", "name", "fullname", "kontakt", "kontaktperson", "contact", "person", "الاسم", "اسم"],
        [SheetColumn.FirstName] = ["fornamn", "firstname", "givenname", "tilltalsnamn", "الاسمالاول"],
        [SheetColumn.LastName] = ["efternamn", "lastname", "surname", "familyname", "اسمالعائله", "اللقب"],
        [SheetColumn.Firm] =
        [
            "foretag",
            "foretagsnamn",
            "firma",
            "firm",
            "company",
            "companyname",
            "bolag",
            "organisation",
            "verksamhet",
            "الشركه",
            "شركه",
        ],
        [SheetColumn.Number] =
        [
            "orgnr",
            "organisationsnummer",
            "orgnummer",
            "organisationnumber",
            "organizationnumber",
            "companynumber",
            "رقمالشركه",
        ],
        [SheetColumn.Municipality] = ["kommun", "ort", "postort", "stad", "municipality", "city", "town", "البلديه", "المدينه"],
    };

    private static readonly Dictionary<string, SheetColumn> Meanings = Headings
        .SelectMany(h => h.Value, (h, word) => (Word: Key(word), h.Key))
        .DistinctBy(x => x.Word)
        .ToDictionary(x => x.Word, x => x.Key);

    /// <summary>Whether the first row holds headings: it names a column and holds no address.</summary>
    public static bool HasHeadings(Sheet sheet) =>
        sheet.Rows[0].Cells.Any(c => Meanings.ContainsKey(Key(c))) && !sheet.Rows[0].Cells.Any(c => c.Contains('@'));

    public static IReadOnlyList<SheetColumn> Guess(Sheet sheet)
    {
        var guessed = Enumerable.Repeat(SheetColumn.None, sheet.Columns).ToList();
        if (HasHeadings(sheet))
            for (var i = 0; i < sheet.Columns; i++)
                if (Meanings.TryGetValue(Key(sheet.Rows[0][i]), out var meaning) && !guessed.Contains(meaning))
                    guessed[i] = meaning;
        if (!guessed.Contains(SheetColumn.Email) && WithAddresses(sheet) is { } column)
            guessed[column] = SheetColumn.Email;
        return guessed;
    }

    public static string Name(SheetColumn column, Texts t) =>
        column switch
        {
            SheetColumn.Email => t["E-mail address"],
            SheetColumn.Name => t["Name"],
            SheetColumn.FirstName => t["First name"],
            SheetColumn.LastName => t["Family name"],
            SheetColumn.Firm => t["Firm"],
            SheetColumn.Number => t["Organisation number"],
            SheetColumn.Municipality => t["Municipality"],
            _ => t["leave out"],
        };

    private static int? WithAddresses(Sheet sheet)
    {
        var best = Enumerable.Range(0, sheet.Columns).MaxBy(i => sheet.Rows.Count(r => r[i].Contains('@')));
        return sheet.Rows.Any(r => r[best].Contains('@')) ? best : null;
    }

    private static string Key(string heading) => string.Concat(Folding.Fold(heading).Where(char.IsLetter));
}
