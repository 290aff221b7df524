using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Real addresses for patterns with a place in them, taken from the demo world: one for each way of being hidden.</summary>
internal sealed class Examples(KosmopolitDb db)
{
    /// <summary>Addresses by pattern; a pattern with a place that is not here has not been thought about.</summary>
    public async Task<IReadOnlyDictionary<string, (string Name, string Address)[]>> Collect() =>
        new Dictionary<string, (string, string)[]>
        {
            ["/{**path}"] = [("nowhere", "/no/such/page")],
            ["/{**path:file}"] = [("no file", "/no/such/file.css")],
            ["/countries/{code}/{topic}"] = [("a topic", "/countries/vn/religion"), ("no topic", "/countries/vn/nothing")],
            ["/countries/{code}"] = [("a country", "/countries/vn"), ("no country", "/countries/zz")],
            ["/networks/{slug}"] =
            [
                ("starting", "/networks/ovre-norrland"),
                ("independent", "/networks/skane"),
                ("none", "/networks/none"),
            ],
            ["/people/{slug}"] = [.. await Each("people", Person), ("none", "/people/none")],
            ["/firms/{slug}"] = [.. await Each("firms", Firm), ("none", "/firms/none")],
        };

    private static async Task<List<(string, string)>> Each(string folder, Func<Audience, Task<string>> find)
    {
        var found = new List<(string, string)>();
        foreach (var audience in new[] { Audience.Public, Audience.AllNetworks, Audience.MyNetwork, Audience.OnlyMe })
            if (await find(audience) is { Length: > 0 } slug)
                found.Add(($"of Övre Norrland, seen by {audience}", $"/{folder}/{slug}"));
        return found;
    }

    private async Task<string> Person(Audience presence)
    {
        var network = await Home();
        return await OthersIn(network).Where(m => m.Presence == presence).OrderBy(m => m.Slug).Select(m => m.Slug).FirstOrDefaultAsync()
            ?? "";
    }

    // All of the firm's people are in this one network only, so that nobody of another one stands near.
    private async Task<string> Firm(Audience presence)
    {
        var network = await Home();
        var people = OthersIn(network).Select(m => m.Id);
        return await db.Set<Firm>()
                .Where(f => f.Presence == presence && f.People.Any() && f.People.All(r => people.Contains(r.MemberId)))
                .OrderBy(f => f.Slug)
                .Select(f => f.Slug)
                .FirstOrDefaultAsync()
            ?? "";
    }

    private Task<Guid> Home() => db.Set<Network>().Where(n => n.Slug == "ovre-norrland").Select(n => n.Id).SingleAsync();

    private IQueryable<Member> OthersIn(Guid network)
    {
        var personas = Personas.All.Select(p => Account.Normalise(p.Email)).ToList();
        var accounts = db.Users.Where(a => personas.Contains(a.NormalizedEmail!)).Select(a => (Guid?)a.Id);
        return db.Set<Member>()
            .Where(m =>
                m.Memberships.All(s => s.NetworkId == network && s.EndedAt == null)
                && m.Memberships.Any()
                && !accounts.Contains(m.AccountId)
            );
    }
}
