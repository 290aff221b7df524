using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Desk.Monday;

/// <summary>Ends somebody's Monday mails of one network, or lets them come again.</summary>
public sealed class StopDeskMail(KosmopolitDb db, DeskMailStop stop, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        // A mail program has no token of ours; the signed address is the right.
        routes.MapPost("/desk-mail/{token}/stop", Post).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Post(string token, StopDeskMail verb, CancellationToken ct) =>
        await verb.Run(token, wanted: false, ct) ? Results.Ok() : Results.NotFound();

    /// <returns>False when the address is not ours.</returns>
    public async Task<bool> Run(string token, bool wanted, CancellationToken ct = default)
    {
        if (stop.Read(token) is not ({ } account, { } network))
            return false;
        var row = await db.Set<DeskMailStopped>().SingleOrDefaultAsync(s => s.AccountId == account && s.NetworkId == network, ct);
        if (wanted && row is not null)
            db.Remove(row);
        if (!wanted && row is null)
            db.Add(new DeskMailStopped(account, network, clock.GetUtcNow()));
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
