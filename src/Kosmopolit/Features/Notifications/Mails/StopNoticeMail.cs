using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications.Mails;

/// <summary>Ends mails about one followed thing or about all, or lets them come again. Notices on the site go on.</summary>
public sealed class StopNoticeMail(KosmopolitDb db, NoticeMailStop stop, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        // A mail program has no token of ours; the signed address is the right.
        routes.MapPost("/notice-mail/{token}/stop", Post).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Post(string token, StopNoticeMail verb, CancellationToken ct) =>
        await verb.Run(token, wanted: false, ct) ? Results.Ok() : Results.NotFound();

    /// <summary>Whether such mails come at present.</summary>
    public async Task<bool> Comes(MailToEnd mail, CancellationToken ct = default)
    {
        if (await db.Set<NoticeMailStopped>().AnyAsync(s => s.MemberId == mail.Member, ct))
            return false;
        return mail.What is null || await Known(mail, ct) is not { } follow || follow.Pace is Pace.AtOnce or Pace.Daily or Pace.Weekly;
    }

    /// <returns>False when the address is not ours.</returns>
    public async Task<bool> Run(string token, bool wanted, CancellationToken ct = default)
    {
        if (stop.Read(token) is not { } mail)
            return false;
        await (mail.What is null || wanted ? All(mail, wanted, ct) : One(mail, ct));
        if (mail.What is not null && wanted && await Known(mail, ct) is { } again)
            again.At(Pace.Daily);
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

    private async Task One(MailToEnd mail, CancellationToken ct)
    {
        if (await Known(mail, ct) is { } follow)
            follow.At(follow.Pace == Pace.Silent ? Pace.Silent : Pace.Never);
        else
            db.Add(new Follow(mail.Member, mail.What!.Value, Pace.Never, clock.GetUtcNow()));
    }

    private async Task All(MailToEnd mail, bool wanted, CancellationToken ct)
    {
        var row = await db.Set<NoticeMailStopped>().SingleOrDefaultAsync(s => s.MemberId == mail.Member, ct);
        if (wanted && row is not null)
            db.Remove(row);
        if (!wanted && row is null)
            db.Add(new NoticeMailStopped(mail.Member, clock.GetUtcNow()));
    }

    private Task<Follow?> Known(MailToEnd mail, CancellationToken ct) =>
        mail.What is { } what
            ? db.Set<Follow>().SingleOrDefaultAsync(f => f.MemberId == mail.Member && f.Kind == what.Kind && f.Target == what.Target, ct)
            : Task.FromResult<Follow?>(null);
}
