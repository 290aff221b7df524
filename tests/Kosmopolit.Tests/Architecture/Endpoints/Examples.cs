using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Real addresses for patterns with a place in them, taken from the demo world: one for each way of being hidden.</summary>
internal sealed class Examples(KosmopolitDb db)
{
    /// <summary>Addresses by pattern; a pattern with a place that is not here has not been thought about.</summary>
    public async Task<IReadOnlyDictionary<string, (string Name, string Address)[]>> Collect() =>
        new Dictionary<string, (string, string)[]>(
            (await OfPeople())
                .Concat(await RunningNetworks())
                .Concat(await SelfGovernment())
                .Concat(await new QuestionExamples(db).Collect())
                .Concat(await new ActivityExamples(db).Collect())
                .Concat(await Api())
                .Concat(ApiExamples.Votes(await Proposals("")))
                .Concat(await new StartUpExamples(db).Collect())
        );

    private async Task<IEnumerable<KeyValuePair<string, (string, string)[]>>> Api() =>
        ApiExamples.Of(
            await Person(Audience.Public),
            await Person(Audience.MyNetwork),
            await OwnFirm(),
            await Row("markets"),
            await Row("languages")
        );

    private async Task<Dictionary<string, (string, string)[]>> RunningNetworks() =>
        new()
        {
            ["/networks/{slug}/desk"] = OfNetworks("/desk"),
            ["/networks/{slug}/members"] = OfNetworks("/members"),
            ["/networks/{slug}/members.csv"] = OfNetworks("/members.csv"),
            ["/networks/{slug}/memberships"] = OfNetworks("/memberships"),
            ["/networks/{slug}/memberships/{id:guid}"] = await Memberships(),
            ["/networks/{slug}/leave"] = OfNetworks("/leave"),
            ["/networks/{slug}/results"] = OfNetworks("/results"),
            ["/networks/{slug}/stay"] = OfNetworks("/stay"),
            ["/stay/{token}"] = [("forged", "/stay/forged")],
            ["/networks/{slug}/imports"] = OfNetworks("/imports"),
            ["/networks/{slug}/imports/{id:guid}"] = [("forged", $"/networks/skane/imports/{Guid.Empty}")],
            ["/networks/{slug}/partners"] = OfNetworks("/partners"),
            ["/networks/{slug}/contact"] = OfNetworks("/contact"),
            ["/networks/{slug}/contact/{sent}"] =
            [
                ("sent", "/networks/skane/contact/sent"),
                ("something else", "/networks/skane/contact/x"),
            ],
            ["/networks/{slug}/letters"] = OfNetworks("/letters"),
            ["/networks/{slug}/calendar.ics"] =
            [
                .. OfNetworks("/calendar.ics"),
                ("a forged key", "/networks/skane/calendar.ics?key=forged"),
            ],
            ["/networks/{slug}/feed.atom"] = OfNetworks("/feed.atom"),
            ["/letters/{token}"] = [("forged", "/letters/forged")],
            ["/desk-mail/{token}"] = [("forged", "/desk-mail/forged")],
            ["/desk-mail/{token}/stop"] = [("forged", "/desk-mail/forged/stop")],
            ["/partners/{slug}"] = [("the adviser's", "/partners/norrvast"), ("none", "/partners/none")],
            ["/partners/{slug}/edit"] = [("the adviser's", "/partners/norrvast/edit"), ("none", "/partners/none/edit")],
        };

    private async Task<Dictionary<string, (string, string)[]>> OfPeople() =>
        new()
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
            ["/me/sign-in/passkeys/{key}"] = [("nobody's", "/me/sign-in/passkeys/AAAA")],
            ["/me/sign-in/passkeys/{key}/remove"] = [("nobody's", "/me/sign-in/passkeys/AAAA/remove")],
            ["/me/sign-in/providers/{key}/remove"] = [("not linked", "/me/sign-in/providers/none/remove")],
            ["/sign-in/providers/{key}"] = [("not configured", "/sign-in/providers/none")],
            ["/invitations/{token}"] = [("forged", "/invitations/forged")],
            ["/join/{slug}"] = [("of Övre Norrland", "/join/ovre-norrland"), ("none", "/join/none")],
            ["/join/{slug}/criterion"] = [("of Övre Norrland", "/join/ovre-norrland/criterion")],
            ["/join/{slug}/send"] = [("of Övre Norrland", "/join/ovre-norrland/send")],
            ["/networks/{slug}/invitations"] =
            [
                ("starting", "/networks/ovre-norrland/invitations"),
                ("independent", "/networks/skane/invitations"),
            ],
            ["/networks/{slug}/requests"] = [("starting", "/networks/ovre-norrland/requests"), ("independent", "/networks/skane/requests")],
            ["/me/markets/{id:guid}"] = [.. await Rows("markets", "")],
            ["/me/markets/{id:guid}/topics"] = [.. await Rows("markets", "/topics")],
            ["/me/markets/{id:guid}/remove"] = [.. await Rows("markets", "/remove")],
            ["/me/languages/{id:guid}"] = [.. await Rows("languages", "")],
            ["/me/languages/{id:guid}/remove"] = [.. await Rows("languages", "/remove")],
            ["/people/{slug}"] = [.. await Each("people", Person), ("none", "/people/none")],
            ["/people/{slug}.vcf"] =
            [
                .. (await Each("people", Person)).Select(p => (p.Item1, p.Item2 + ".vcf")),
                ("none", "/people/none.vcf"),
            ],
            ["/me/firms/{id:guid}"] = await Own(""),
            ["/me/firms/{id:guid}/exports"] = await Own("/exports"),
            ["/me/firms/{id:guid}/exports/{market:guid}"] = await Own($"/exports/{Guid.Empty}"),
            ["/me/firms/{id:guid}/people"] = await Own("/people"),
            ["/me/firms/{id:guid}/leave"] = await Own("/leave"),
            ["/me/firms/{id:guid}/results"] = await Own("/results"),
            ["/me/firms/{id:guid}/results/{entry:guid}"] = await Own($"/results/{Guid.Empty}"),
            ["/firms/{slug}"] = [.. await Each("firms", Firm), ("none", "/firms/none")],
        };

    private async Task<Dictionary<string, (string, string)[]>> SelfGovernment() =>
        new()
        {
            ["/networks/{slug}/proposals"] =
            [
                ("starting", "/networks/ovre-norrland/proposals"),
                ("independent", "/networks/skane/proposals"),
            ],
            ["/networks/{slug}/proposals/new"] =
            [
                ("starting", "/networks/ovre-norrland/proposals/new"),
                ("independent", "/networks/skane/proposals/new"),
            ],
            ["/networks/{slug}/offices"] = [("starting", "/networks/ovre-norrland/offices"), ("independent", "/networks/skane/offices")],
            ["/networks/{slug}/removals"] = [("starting", "/networks/ovre-norrland/removals"), ("independent", "/networks/skane/removals")],
            ["/networks/{slug}/succession"] =
            [
                ("starting", "/networks/ovre-norrland/succession"),
                ("independent", "/networks/skane/succession"),
            ],
            ["/me/removals/{id:guid}"] = [("none", $"/me/removals/{Guid.Empty}")],
            ["/countries/{code}/copy.html"] = [("known", "/countries/iq/copy.html"), ("unknown", "/countries/zz/copy.html")],
            ["/countries/{code}/{topic}/copy.html"] =
            [
                ("known", "/countries/iq/culture/copy.html"),
                ("unknown", "/countries/iq/weather/copy.html"),
            ],
            ["/knowledge/pictures/{name}"] =
            [
                ("none", $"/knowledge/pictures/{PictureName.Of(Guid.Empty, 60, 40)}"),
                ("no name", "/knowledge/pictures/none"),
            ],
            ["/api/v1/articles/{slug}"] = [("published", "/api/v1/articles/iq-culture-sv"), ("none", "/api/v1/articles/nothing")],
            ["/api/v1/claims/{id:guid}"] = [("none", $"/api/v1/claims/{Guid.Empty}")],
            ["/api/v1/claims/{id:guid}/voice"] = [("none", $"/api/v1/claims/{Guid.Empty}/voice")],
            ["/knowledge/{slug}"] = await Articles(""),
            ["/knowledge/{slug}/edit"] = await Articles("/edit"),
            ["/knowledge/{slug}/history"] = await Articles("/history"),
            ["/knowledge/{slug}/claims/new"] = await Articles("/claims/new"),
            ["/claims/{id:guid}"] =
            [
                ("claimed", $"/claims/{await db.Set<Claim>().OrderBy(c => c.Id).Select(c => c.Id).FirstAsync()}"),
                ("none", $"/claims/{Guid.Empty}"),
            ],
            ["/networks/{slug}/proposals/{id:guid}"] = await Proposals(""),
            ["/networks/{slug}/proposals/{id:guid}/edit"] = await Proposals("/edit"),
            ["/networks/{slug}/proposals/{id:guid}/history"] = await Proposals("/history"),
            ["/networks/{slug}/proposals/{id:guid}/call"] = await Proposals("/call"),
            ["/networks/{slug}/proposals/{id:guid}/vote"] = await Proposals("/vote"),
            ["/networks/{slug}/proposals/{id:guid}/papers"] = await Proposals("/papers"),
            ["/networks/{slug}/proposals/{id:guid}/result"] = await Proposals("/result"),
            ["/networks/{slug}/proposals/{id:guid}/result.csv"] = await Proposals("/result.csv"),
        };

    private async Task<(string, string)[]> Articles(string rest)
    {
        var draft = await db.Set<Article>().Where(a => a.State == ArticleState.Draft).Select(a => a.Slug).FirstAsync();
        return
        [
            ("published", $"/knowledge/iq-culture-sv{rest}"),
            ("draft of the member in Umeå", $"/knowledge/{draft}{rest}"),
            ("none", $"/knowledge/nothing{rest}"),
        ];
    }

    // Of each state one, in a network that stands on its own.
    private async Task<(string, string)[]> Proposals(string rest)
    {
        var network = await db.Set<Network>().Where(n => n.Slug == "skane").Select(n => n.Id).SingleAsync();
        var all = await db.Set<Proposal>().Where(p => p.NetworkId == network).OrderBy(p => p.Id).AsNoTracking().ToListAsync();
        var found = new[]
        {
            ("discussed", all.FirstOrDefault(p => p.IsDiscussed)),
            ("at the vote", all.FirstOrDefault(p => p.CalledAt is not null && p.DecidedAt is null)),
            ("decided", all.FirstOrDefault(p => p.DecidedAt is not null)),
        };
        return
        [
            .. found.Where(f => f.Item2 is not null).Select(f => (f.Item1, $"/networks/skane/proposals/{f.Item2!.Id}{rest}")),
            ("none", $"/networks/skane/proposals/{Guid.Empty}{rest}"),
        ];
    }

    private static async Task<List<(string, string)>> Each(string folder, Func<Audience, Task<string>> find)
    {
        var found = new List<(string, string)>();
        foreach (var audience in new[] { Audience.Public, Audience.AllNetworks, Audience.MyNetwork, Audience.OnlyMe })
            if (await find(audience) is { Length: > 0 } slug)
                found.Add(($"of Övre Norrland, seen by {audience}", $"/{folder}/{slug}"));
        return found;
    }

    // Rows of the member in Umeå: theirs alone, whatever others may see of them.
    private async Task<List<(string, string)>> Rows(string kind, string verb) =>
        [("of the member in Umeå", $"/me/{kind}/{await Row(kind)}{verb}"), ("forged", $"/me/{kind}/{Guid.Empty}{verb}")];

    private async Task<Guid> Row(string kind)
    {
        var email = Account.Normalise(Personas.MemberInUmea.Email);
        var account = await db.Users.Where(a => a.NormalizedEmail == email).Select(a => (Guid?)a.Id).SingleAsync();
        var member = await db.Set<Member>().Where(m => m.AccountId == account).Select(m => m.Id).SingleAsync();
        return kind == "markets"
            ? await db.Set<MarketKnowledge>().Where(k => k.MemberId == member).OrderBy(k => k.Id).Select(k => k.Id).FirstAsync()
            : await db.Set<LanguageSkill>().Where(l => l.MemberId == member).OrderBy(l => l.Id).Select(l => l.Id).FirstAsync();
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

    // The firm of the member in Umeå: nobody else gets in.
    private async Task<(string, string)[]> Own(string rest)
    {
        var firm = (await OwnFirm()).Id;
        return [("the member's firm", $"/me/firms/{firm}{rest}"), ("none", $"/me/firms/{Guid.Empty}{rest}")];
    }

    private async Task<Firm> OwnFirm()
    {
        var member = Account.Normalise(Personas.MemberInUmea.Email);
        var account = await db.Users.Where(a => a.NormalizedEmail == member).Select(a => (Guid?)a.Id).SingleAsync();
        var owner = await db.Set<Member>().Where(m => m.AccountId == account).Select(m => m.Id).SingleAsync();
        return await db.Set<Firm>().SingleAsync(f => f.People.Any(r => r.MemberId == owner));
    }

    private static (string, string)[] OfNetworks(string rest) =>
        [("starting", $"/networks/ovre-norrland{rest}"), ("independent", $"/networks/skane{rest}"), ("none", $"/networks/none{rest}")];

    // A membership of Skåne under its own network's address, and under another's.
    private async Task<(string, string)[]> Memberships()
    {
        var skane = await db.Set<Network>().Where(n => n.Slug == "skane").Select(n => n.Id).SingleAsync();
        var row = await db.Set<Membership>().Where(m => m.NetworkId == skane).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync();
        return
        [
            ("of Skåne", $"/networks/skane/memberships/{row}"),
            ("under another network", $"/networks/ovre-norrland/memberships/{row}"),
            ("forged", $"/networks/skane/memberships/{Guid.Empty}"),
        ];
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
