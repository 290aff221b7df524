using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Addresses of the start-up kit: one network that starts, one that is handed over, one that is not there.</summary>
internal sealed class StartUpExamples(KosmopolitDb db)
{
    private static readonly string[] Pages =
    [
        "interest",
        "history",
        "start-up",
        "meetings",
        "meetings/new",
        "skills",
        "groups",
        "statutes",
        "statutes/edit",
        "statutes/words",
        "election",
        "handover",
        "handover/record",
        "powers",
        "break-glass",
    ];

    public async Task<Dictionary<string, (string, string)[]>> Collect()
    {
        var all = Pages.ToDictionary(
            p => $"/networks/{{slug}}/{p}",
            p =>
                new[]
                {
                    ("starting", $"/networks/ovre-norrland/{p}"),
                    ("independent", $"/networks/skane/{p}"),
                    ("none", $"/networks/none/{p}"),
                }
        );
        var (starting, independent) = (await Second("ovre-norrland"), await Second("skane"));
        foreach (var rest in new[] { "", "/agenda", "/change", "/attendance", "/list", "/minutes" })
            all[$"/networks/{{slug}}/meetings/{{id:guid}}{rest}"] =
            [
                ("starting", $"/networks/ovre-norrland/meetings/{starting}{rest}"),
                ("independent", $"/networks/skane/meetings/{independent}{rest}"),
                ("another network’s", $"/networks/ovre-norrland/meetings/{independent}{rest}"),
            ];
        all["/networks/{slug}/statutes/{number:int}"] =
        [
            ("starting", "/networks/ovre-norrland/statutes/1"),
            ("no such version", "/networks/ovre-norrland/statutes/99"),
        ];
        all["/networks/{slug}/statutes/changes"] =
        [
            ("starting", "/networks/ovre-norrland/statutes/changes?from=1&to=2"),
            ("no such version", "/networks/ovre-norrland/statutes/changes?from=1&to=99"),
        ];
        all["/meeting-answers/{ticket}"] = [("forged", "/meeting-answers/forged")];
        return all;
    }

    private Task<Guid> Second(string slug)
    {
        var network = db.Set<Network>().Where(n => n.Slug == slug).Select(n => n.Id);
        return db.Set<Meeting>().Where(m => network.Contains(m.NetworkId) && m.Number == 2).Select(m => m.Id).SingleAsync();
    }
}
