using System.Net;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>
/// How many commands a page may send to the database when nothing of it is remembered: a written number, and the same
/// for little data as for much.
/// </summary>
[UsesDatabase]
[Slow]
public sealed class QueryBudgetTests : IAsyncLifetime
{
    private readonly CommandCount _commands = new();
    private House _house = null!;
    private int _fresh;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Open(new Plan { Content = Content.Demo, Services = _commands.Watch });
        await Words.Ready(_house);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Pages_stay_within_their_budget_and_do_not_grow_with_the_data()
    {
        var pages = await _house.Ask(Examples);
        using var visitor = _house.Reader();
        using var member = _house.Reader();
        await member.SignIn(Personas.MemberInUmea.Email);
        var mistakes = new List<string>();
        foreach (var (small, big, budget) in pages)
        foreach (var (who, reader, own) in new[] { ("visitor", visitor, 0), ("member", member, 1) })
        {
            var (few, many) = (await Count(reader, small), await Count(reader, big));
            // A member is asked for once, whatever the page.
            if (few > budget + own || many > budget + own)
                mistakes.Add($"{who}: {small} {few}, {big} {many} commands, of {budget + own}");
            if (many > few)
                mistakes.Add($"{who}: {big} needs {many - few} more commands than {small}");
        }
        Found.Nothing(mistakes);
    }

    /// <summary>What coordinators open: the same for the smallest of the independent networks and the largest.</summary>
    [Fact]
    public async Task Pages_of_those_who_run_a_network_do_not_grow_with_it()
    {
        var slugs = await _house.Ask(db =>
            db.Set<Network>()
                .Where(n => n.Stage == Stage.Independent)
                .OrderBy(n => db.Set<Membership>().Count(m => m.NetworkId == n.Id))
                .Select(n => n.Slug)
                .ToListAsync()
        );
        var mistakes = new List<string>();
        foreach (var (page, budget) in new[] { ("desk", 20), ("memberships", 5), ("members", 11), ("members.csv", 12), ("requests", 8) })
        foreach (var slug in new[] { slugs[0], slugs[^1] })
        {
            using var coordinator = _house.Reader();
            await coordinator.SignIn(Personas.Coordinators[slug].Email);
            await coordinator.Open($"/networks/{slug}/{page}");
            if (await Count(coordinator, $"/networks/{slug}/{page}") is var count && count > budget)
                mistakes.Add($"/networks/{slug}/{page}: {count} commands of {budget}");
        }
        Found.Nothing(mistakes);
    }

    /// <summary>A second look at a page costs a visitor's page nothing, and a member's the question who they are.</summary>
    [Fact]
    public async Task A_page_that_is_remembered_asks_nothing_again()
    {
        using var visitor = _house.Reader();
        using var member = _house.Reader();
        await member.SignIn(Personas.MemberInUmea.Email);
        foreach (var (reader, most) in new[] { (visitor, 0), (member, 1) })
        {
            // Signing in is news too, and outdates what was kept until it has been taken note of.
            await Words.Settle(_house);
            await Words.Come(
                async () => await _commands.Of(() => reader.Open("/countries/vn")) == most,
                TimeSpan.FromSeconds(10),
                $"A page for {most} commands"
            );
        }
    }

    /// <summary>The counter can fail: a cold page does ask.</summary>
    [Fact]
    public async Task Commands_of_requests_are_counted_and_others_are_not()
    {
        using var visitor = _house.Reader();
        Assert.True(await Count(visitor, "/countries/vn") > 3);
        Assert.Equal(0, await _commands.Of(() => _house.All<Network>()));
    }

    private async Task<int> Count(Reader reader, string address)
    {
        _house.App.Services.GetRequiredService<Freshness>().StepForward();
        // An address that no kept page answers.
        var cold = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cold={_fresh++}";
        return await _commands.Of(async () => (await reader.Open(cold)).Is(HttpStatusCode.OK));
    }

    /// <summary>The page with little to show, the same page with much, and the commands that a visitor's may send.</summary>
    private static async Task<IReadOnlyList<(string Small, string Big, int Budget)>> Examples(KosmopolitDb db)
    {
        var shown = db.Set<Member>().Where(m => m.Presence == Audience.Public);
        var countries = await shown
            .SelectMany(m => m.Markets)
            .Where(k => k.Audience == Audience.Public && k.Country.Length == 2)
            .GroupBy(k => k.Country)
            .OrderBy(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .ToListAsync();
        var networks = await db.Set<Membership>()
            .GroupBy(m => m.NetworkId)
            .OrderBy(g => g.Count())
            .Select(g => db.Set<Network>().Where(n => n.Id == g.Key).Select(n => n.Slug).First())
            .ToListAsync();
        var people = await shown
            .Where(m =>
                db.Set<Firm>()
                    .Any(f => f.Presence == Audience.Public && f.People.Any(r => r.MemberId == m.Id && r.Audience == Audience.Public))
            )
            .OrderBy(m => m.Markets.Count + m.Languages.Count)
            .ThenBy(m => m.Id)
            .Select(m => m.Slug)
            .ToListAsync();
        var firms = await db.Set<Firm>()
            .Where(f => f.Presence == Audience.Public)
            .OrderBy(f => f.Exports.Count + f.People.Count)
            .ThenBy(f => f.Id)
            .Select(f => f.Slug)
            .ToListAsync();
        return
        [
            ("/", "/", 14),
            // Three of these are for the texts of the bank, what is claimed in them and how fast it ages; one is for the questions.
            ($"/countries/{countries[0]}", $"/countries/{countries[^1]}", 13),
            ($"/countries/{countries[^20]}/business", $"/countries/{countries[^1]}/business", 17),
            ("/knowledge", "/knowledge?topic=culture", 6),
            ("/gaps", "/gaps?topic=culture", 8),
            ($"/networks/{networks[0]}", $"/networks/{networks[^1]}", 15),
            ($"/networks/{networks[0]}/members", $"/networks/{networks[^1]}/members", 10),
            ($"/networks/{networks[0]}/partners", $"/networks/{networks[^1]}/partners", 3),
            ("/people?country=" + countries[0], "/people", 8),
            ("/firms?sector=62", "/firms", 8),
            ("/api/v1/people?country=" + countries[0], "/api/v1/people", 8),
            ("/api/v1/firms?sector=62", "/api/v1/firms", 8),
            ($"/api/v1/networks/{networks[0]}", $"/api/v1/networks/{networks[^1]}", 14),
            ($"/api/v1/people/{people[0]}", $"/api/v1/people/{people[^1]}", 10),
            ($"/api/v1/firms/{firms[0]}", $"/api/v1/firms/{firms[^1]}", 10),
            ("/search?q=eritrea&kind=people", "/search?q=import&kind=people", 12),
            ("/search?q=chile&kind=knowledge", "/search?q=handel&kind=knowledge", 8),
            ($"/people/{people[0]}", $"/people/{people[^1]}", 10),
            ($"/firms/{firms[0]}", $"/firms/{firms[^1]}", 10),
        ];
    }
}
