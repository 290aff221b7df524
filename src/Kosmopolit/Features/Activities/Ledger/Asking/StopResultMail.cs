using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger.Asking;

/// <summary>Ends the mails that ask what came of things, or lets them come again.</summary>
public sealed class StopResultMail(KosmopolitDb db, ResultTicket tickets, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        // A mail program has no token of ours; the signed address is the right.
        routes.MapPost("/result-mail/{token}/stop", Post).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Post(string token, StopResultMail verb, CancellationToken ct) =>
        await verb.Run(token, wanted: false, ct) ? Results.Ok() : Results.NotFound();

    public Task<bool> Comes(Guid member, CancellationToken ct = default) =>
        db.Set<LedgerMailStopped>().AllAsync(s => s.MemberId != member, ct);

    /// <returns>False when the address is not ours.</returns>
    public async Task<bool> Run(string token, bool wanted, CancellationToken ct = default)
    {
        if (tickets.ReadStop(token) is not { } member)
            return false;
        var row = await db.Set<LedgerMailStopped>().SingleOrDefaultAsync(s => s.MemberId == member, ct);
        if (wanted && row is not null)
            db.Remove(row);
        if (!wanted && row is null)
            db.Add(new LedgerMailStopped(member, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once.
            db.ChangeTracker.Clear();
        }
        return true;
    }
}
