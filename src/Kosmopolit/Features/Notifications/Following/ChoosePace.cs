using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications.Following;

public sealed class PaceInput
{
    [EnumDataType(typeof(Pace), ErrorMessage = "Choose from the list.")]
    public Pace Pace { get; set; } = Pace.Daily;
}

/// <summary>A member follows something, hears of it sooner or later, or no longer.</summary>
public sealed class ChoosePace(KosmopolitDb db, Me me, FollowAccess access, TimeProvider clock)
{
    /// <summary>Things that one member may follow.</summary>
    public const int Most = 500;

    private static readonly Refusal Meanwhile = new("Somebody else changed this at the same moment. Look at the page and try once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <param name="kind">As in the address.</param>
    public async Task<Refusal?> Run(string kind, string target, PaceInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return new Refusal("Members follow things here.") { Kind = RefusalKind.NotYours };
        if (await access.Find(kind, target, ct) is not { } thing)
            return new Refusal("What you want to follow is not here.") { Kind = RefusalKind.Gone };
        if (!PaceWording.Offered(thing.What.Kind).Contains(input.Pace))
            return new Refusal("Choose from the list.", nameof(input.Pace));
        if (await Mine(self, thing.What, ct) is { } known)
            known.At(input.Pace);
        else if (await db.Set<Follow>().CountAsync(f => f.MemberId == self, ct) >= Most)
            return new Refusal("You follow {0} things. Let go of one first.", null, Most);
        else
            db.Add(new Follow(self, thing.What, input.Pace, clock.GetUtcNow()));
        return await db.Save(Meanwhile, ct);
    }

    /// <summary>No longer; what is not seen any more can be let go too.</summary>
    public async Task<Refusal?> LetGo(Followed what, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || await Mine(self, what, ct) is not { } follow)
            return null;
        db.Remove(follow);
        return await db.Save(Meanwhile, ct);
    }

    private Task<Follow?> Mine(Guid self, Followed what, CancellationToken ct) =>
        db.Set<Follow>().SingleOrDefaultAsync(f => f.MemberId == self && f.Kind == what.Kind && f.Target == what.Target, ct);
}
