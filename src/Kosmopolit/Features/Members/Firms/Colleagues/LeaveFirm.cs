using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>Ends parts in a firm: one's own, a colleague's, or everybody's when the firm closes. Rows stay for figures.</summary>
public sealed class LeaveFirm(MyFirm firms, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Leave(Guid id, CancellationToken ct = default)
    {
        if (await firms.Load(id, ct) is not { } firm || firm.PartOf(me.MemberId) is not { } part)
            return MyFirm.Gone;
        return firm.Leave(part, clock.GetUtcNow()) ?? await firms.Store(firm, ct);
    }

    public async Task<Refusal?> Remove(Guid id, Guid part, CancellationToken ct = default)
    {
        if (await firms.Load(id, ct) is not { } firm)
            return MyFirm.Gone;
        if (firm.Today.SingleOrDefault(r => r.Id == part) is not { } other)
            return new Refusal("This person has left the firm already.") { Kind = RefusalKind.Gone };
        if (!me.CanRemove(firm, other))
            return new Refusal("You may not end this person’s part.") { Kind = RefusalKind.NotYours };
        return firm.Leave(other, clock.GetUtcNow()) ?? await firms.Store(firm, ct);
    }

    public async Task<Refusal?> Close(Guid id, CancellationToken ct = default)
    {
        if (await firms.Load(id, ct) is not { } firm)
            return MyFirm.Gone;
        if (!me.CanClose(firm))
            return new Refusal("Only an owner closes the firm.") { Kind = RefusalKind.NotYours };
        firm.Close(clock.GetUtcNow());
        return await firms.Store(firm, ct);
    }
}
