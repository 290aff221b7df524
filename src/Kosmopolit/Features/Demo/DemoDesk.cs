using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Demo;

/// <summary>
/// What waits on the desk of Skåne's coordinator. Letters and invitations hold secrets that are drawn anew each time, so
/// they are no part of the world that is the same in every build.
/// </summary>
internal static class DemoDesk
{
    public static void Lay(KosmopolitDb db, DemoWorld world)
    {
        var now = DemoWorld.Today;
        var skane = world.Networks.First(n => n.Slug == "skane");
        var coordinator = world.Accounts.First(a => a.Email == Personas.Coordinators["skane"].Email).Id;
        var (letter, _) = VisitorLetter.Write(
            skane.Id,
            "Tilde Falk",
            ("tilde.falk@example.org", Account.Normalise("tilde.falk@example.org")),
            "Jag säljer keramik och har fått en fråga från Dubai. Är jag välkommen på ett möte?",
            "sv",
            sharesAddress: false,
            now.AddDays(-2)
        );
        letter.Confirm(now.AddDays(-2).AddMinutes(9));
        db.Add(letter);
        var import = new Import(skane.Id, coordinator, "intresserade.xlsx", [], now.AddDays(-5));
        import.Confirm(2, now.AddDays(-5));
        db.Add(import);
        Wait(db, import, coordinator, new CheckedRow(2, "sten.lod@example.org", "Sten Lod", "Lod & Lina AB", "", "1280", []));
        Wait(db, import, coordinator, new CheckedRow(3, "mirjam.asp@example.org", "Mirjam Asp", "", "", "1281", []));
        var personas = Personas.All.Select(p => world.Accounts.First(a => a.Email == p.Email).Id).ToHashSet();
        var quiet = world
            .Members.Where(m => m.Memberships.Any(s => s.NetworkId == skane.Id) && !personas.Contains(m.AccountId ?? Guid.Empty))
            .Take(4);
        db.AddRange(quiet.Select(m => new LastVisit(m.Id, LastVisit.MonthOf(now).AddMonths(-9))));
    }

    private static void Wait(KosmopolitDb db, Import import, Guid coordinator, CheckedRow row)
    {
        var (invitation, _) = Invitation.Make(import.NetworkId, coordinator, row.Email, import.CreatedAt);
        db.Add(invitation);
        db.Add(new ImportedPerson(import, row, invitation.Id, Guid.Empty));
    }
}
