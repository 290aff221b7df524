using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Visits;

/// <summary>
/// Members who have not been here for half a year: how many, and by name only those who show their name to the network.
/// Of whom nothing is known yet, nothing is said.
/// </summary>
public sealed class DeskQuiet(KosmopolitDb db) : DeskSource
{
    /// <summary>Whole months without a visit.</summary>
    public const int Months = 6;

    private const int MostNames = 5;

    public override int Order => 60;

    public override string Heading(Texts t) => t["Quiet members"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var before = LastVisit.MonthOf(visit.Now).AddMonths(-Months);
        var quiet = db
            .Memberships.RunBy(visit.Reader, visit.Network)
            .Where(m => m.EndedAt == null && db.Set<LastVisit>().Any(v => v.MemberId == m.MemberId && v.Month < before));
        var count = await quiet.CountAsync(ct);
        if (count == 0)
            return [];
        var names = await quiet
            .Join(db.Set<Member>(), m => m.MemberId, p => p.Id, (m, p) => p)
            .Where(p => p.Presence >= Audience.MyNetwork && p.Name.Audience >= Audience.MyNetwork && p.Name.Value != "")
            .OrderBy(p => p.Name.Value)
            .Select(p => p.Name.Value)
            .Take(MostNames)
            .ToListAsync(ct);
        var t = visit.Texts;
        var text = t.Count("{0} member has not been here for half a year.", "{0} members have not been here for half a year.", count);
        if (names.Count > 0)
            text += " " + t["Among them: {0}.", string.Join(t[", "], names.Select(n => $"\u2068{n}\u2069"))];
        return [new DeskRow(text, t["Ask how they are"], $"/networks/{visit.Network.Slug}/members")];
    }
}
