using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Groups;

/// <summary>A group that somebody wants.</summary>
public sealed class GroupInput
{
    [Required(ErrorMessage = "Give the group a name.")]
    [PlainText(80)]
    public string? Name { get; set; }

    [PlainText(500)]
    public string? Purpose { get; set; }
}

/// <summary>Working groups: whoever belongs to the network may begin one, join and leave.</summary>
public sealed class RunGroups(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Found(Network network, GroupInput input, CancellationToken ct = default)
    {
        if (!me.CanWorkIn(network))
            return new Refusal("Working groups are begun by members and by those who lead the meetings.");
        db.Add(new WorkingGroup(network.Id, PlainText.Clean(input.Name), PlainText.Clean(input.Purpose), clock.GetUtcNow()));
        return await db.Save(new Refusal("There is a group with this name.", nameof(input.Name)), ct);
    }

    /// <param name="takes">True to join, false to leave.</param>
    public async Task<Refusal?> Take(Network network, Guid id, bool takes, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.Networks.Contains(network.Id))
            return new Refusal("Only members of the network take part in its groups.");
        var group = await db.Set<WorkingGroup>()
            .Include(g => g.Places)
            .SingleOrDefaultAsync(g => g.Id == id && g.NetworkId == network.Id, ct);
        if (group is null)
            return new Refusal("There is no such group.");
        if (takes)
            group.Take(self, clock.GetUtcNow());
        else
            group.Leave(self, clock.GetUtcNow());
        return await db.Save(new Refusal("You pressed twice; once is enough."), ct);
    }
}
