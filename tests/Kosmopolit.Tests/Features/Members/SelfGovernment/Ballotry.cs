using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Short ways to a proposal at the vote in the village.</summary>
internal static class Ballotry
{
    private static int _people;

    /// <summary>A new member of the village's network.</summary>
    public static async Task<(string Email, Member Member)> Newcomer(this Village village, string name = "Member")
    {
        var email = $"voter{Interlocked.Increment(ref _people)}@example.org";
        return (email, await village.Settle(email, $"{name} {_people}", village.Home));
    }

    public static Task Rules(this Village village, VotingTerms terms) =>
        village.House.Do(async db =>
        {
            await db.Set<VotingRules>().Where(r => r.NetworkId == village.Home.Id).ExecuteDeleteAsync();
            db.Add(new VotingRules(village.Home.Id, terms));
            await db.SaveChangesAsync();
        });

    public static async Task<Proposal> Proposed(
        this Village village,
        Member author,
        ProposalMatter? matter = null,
        string title = "A stove"
    )
    {
        var now = village.House.Clock.GetUtcNow();
        var proposal = new Proposal(village.Home.Id, author.Id, matter ?? new ProposalMatter(), now);
        proposal.Word(title, "We buy a stove for the meeting house.", "en", author.Id, now);
        await village.House.Store(proposal);
        return proposal;
    }

    public static string Path(this Proposal proposal, string rest = "") => $"/networks/norr/proposals/{proposal.Id}{rest}";

    /// <summary>The coordinator calls the vote: open from now on for eight days.</summary>
    public static async Task<Ballot> Called(this Village village, Proposal proposal, bool secret)
    {
        using var coordinator = await village.As(village.Coordinator);
        var page = await coordinator.Open(proposal.Path("/call"));
        page = (await coordinator.Submit(page.Form(fields: [("Input.IsSecret", secret ? "true" : "false")]))).Is(
            System.Net.HttpStatusCode.OK
        );
        Assert.Empty(page.Html.QuerySelectorAll("main [role=alert]").Select(a => a.TextContent));
        return await village.BallotOf(proposal);
    }

    public static Task<Ballot> BallotOf(this Village village, Proposal proposal) =>
        village.House.Ask(db =>
            db.Set<Ballot>()
                .Include(b => b.Options)
                .Where(b => b.ProposalId == proposal.Id)
                .OrderByDescending(b => b.Round)
                .AsNoTracking()
                .FirstAsync()
        );

    /// <summary>Somebody opens the voting paper and sends it.</summary>
    public static async Task<Page> Vote(this Village village, string email, Proposal proposal, params string[] keys)
    {
        using var reader = await village.As(email);
        return await reader.Vote(proposal, keys);
    }

    public static async Task<Page> Vote(this Reader reader, Proposal proposal, params string[] keys)
    {
        var page = await reader.Open(proposal.Path("/vote"));
        return await reader.Submit(Filled(page, keys));
    }

    public static IHtmlFormElement Filled(Page page, params string[] keys)
    {
        var form = page
            .Html.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("[name='Input.Choice']") is not null);
        foreach (var box in form.QuerySelectorAll("[name='Input.Choice']").OfType<IHtmlInputElement>())
            box.IsChecked = keys.Contains(box.Value);
        return form;
    }

    /// <summary>The coordinator presses "Close and count".</summary>
    public static async Task<Page> Close(this Village village, Proposal proposal)
    {
        using var coordinator = await village.As(village.Coordinator);
        return await coordinator.Press(proposal.Path("/vote"), "close");
    }

    /// <summary>Presses the one button of a form that is known by its name.</summary>
    public static async Task<Page> Press(this Reader reader, string path, string form)
    {
        var page = await reader.Open(path);
        return await reader.Submit(Named(page, form));
    }

    public static IHtmlFormElement Named(Page page, string name) =>
        page
            .Html.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("[name=_handler]")?.GetAttribute("value") == name);

    public static Task<List<Mandate>> Offices(this Village village, Member member) =>
        village.House.Ask(db =>
            db.Set<Mandate>().Where(m => m.AccountId == member.AccountId).OrderBy(m => m.From).AsNoTracking().ToListAsync()
        );

    /// <summary>Works with the product's own verbs, on nobody's behalf.</summary>
    public static async Task<T> With<TVerb, T>(this House house, Func<TVerb, Task<T>> work)
        where TVerb : notnull
    {
        await using var scope = house.App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
