using System.Net;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Lists and discussions ask the database as often for much as for little.</summary>
[UsesDatabase]
[Slow]
public sealed class GovernmentBudgetTests
{
    [Fact]
    public async Task Pages_of_self_government_do_not_ask_more_when_there_is_more()
    {
        var commands = new CommandCount();
        await using var house = await House.Open(new Plan { Content = Content.Demo, Services = commands.Watch });
        using var member = house.Reader();
        await member.SignIn(Personas.MemberInSkane.Email);
        var network = await house.Ask(db => db.Set<Network>().SingleAsync(n => n.Slug == "skane"));
        var proposals = await house.Ask(db => db.Set<Proposal>().Where(p => p.NetworkId == network.Id).AsNoTracking().ToListAsync());
        var talked = proposals.First(p => p.IsDiscussed);
        var decided = proposals.First(p => p.DecidedAt is not null && p.Matter.Kind == ProposalKind.Election);
        var voting = proposals.First(p => p.CalledAt is not null && p.DecidedAt is null);
        (string Path, int Budget)[] pages =
        [
            ("/networks/skane/proposals", 5),
            ($"/networks/skane/proposals/{talked.Id}", 11),
            ($"/networks/skane/proposals/{decided.Id}", 13),
            ($"/networks/skane/proposals/{voting.Id}/vote", 11),
            ($"/networks/skane/proposals/{decided.Id}/result", 10),
            ("/networks/skane/offices", 5),
            ("/networks/skane/succession", 13),
        ];
        var before = new Dictionary<string, int>();
        foreach (var (path, budget) in pages)
        {
            before[path] = await commands.Of(async () => (await member.Open(path)).Is(HttpStatusCode.OK));
            Assert.True(before[path] <= budget, $"{path}: {before[path]} commands of {budget}");
        }
        var now = house.Clock.GetUtcNow();
        var people = await house.Ask(db => db.Set<Member>().OrderBy(m => m.Id).Take(30).Select(m => m.Id).ToListAsync());
        await house.Store([.. people.Select(p => new Proposal(network.Id, p, new ProposalMatter(), now))]);
        await house.Store([.. people.Select(p => new Remark(talked, p, null, "More.", now))]);
        foreach (var (path, _) in pages)
            Assert.Equal(before[path], await commands.Of(() => member.Open(path)));
    }
}
