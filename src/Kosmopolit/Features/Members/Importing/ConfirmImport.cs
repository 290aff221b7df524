using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>
/// Makes an import so, or takes it back. Each is one transaction: invitations, waiting rows, mails and the import's own
/// state are stored together or not at all, whenever the process ends.
/// </summary>
public sealed class ConfirmImport(KosmopolitDb db, Me me, ImportReading reading, JoiningMail mail, TimeProvider clock)
{
    private static readonly Refusal NotYours = new("Only those who run the network import a list.");

    private static readonly Refusal AtOnce = new("Somebody else decided this at the same moment. Look at the page once more.");

    /// <param name="language">BCP 47 tag of the mails.</param>
    public async Task<Refusal?> Run(Network network, Guid id, string? language, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanRun(network))
            return NotYours;
        if (await Load(network, id, ct) is not { } import)
            return NotYours;
        if (import.ConfirmedAt is not null)
            return import.Confirm(0, clock.GetUtcNow());
        var (read, unread) = await reading.Read(import, network, ct);
        if (read is null)
            return unread;
        if (read.Good.Count == 0)
            return new Refusal("No row can be imported. Look at what is said about each, mend the file and bring it again.");
        var now = clock.GetUtcNow();
        if (import.Confirm(read.Good.Count, now) is { } refusal)
            return refusal;
        foreach (var row in read.Good)
        {
            var (invitation, token) = Invitation.Make(network.Id, account, row.Email, now);
            var letter = mail.Invite(row.Email, network, token, language);
            db.Add(invitation);
            db.Add(new ImportedPerson(import, row, invitation.Id, letter.Id));
        }
        return await Store(ct);
    }

    /// <summary>Takes back what has not been answered: invitations, waiting rows, mails that have not left.</summary>
    public async Task<Refusal?> Undo(Network network, Guid id, CancellationToken ct = default)
    {
        if (!me.CanRun(network) || await Load(network, id, ct) is not { } import)
            return NotYours;
        var now = clock.GetUtcNow();
        if (import.Undo(now) is { } refusal)
            return refusal;
        var people = await db.Set<ImportedPerson>().Where(p => p.ImportId == id).ToListAsync(ct);
        var invitations = await db.Set<Invitation>()
            .Where(i => db.Set<ImportedPerson>().Any(p => p.ImportId == id && p.InvitationId == i.Id))
            .ToListAsync(ct);
        var waiting = await db.Set<OutgoingMail>()
            .Where(m => m.SentAt == null && m.Attempts == 0 && db.Set<ImportedPerson>().Any(p => p.ImportId == id && p.MailId == m.Id))
            .ToListAsync(ct);
        invitations.ForEach(i => i.TakeBack(now));
        db.RemoveRange(waiting);
        db.RemoveRange(people);
        return await Store(ct);
    }

    private Task<Import?> Load(Network network, Guid id, CancellationToken ct) =>
        db.Set<Import>().SingleOrDefaultAsync(i => i.Id == id && i.NetworkId == network.Id, ct);

    private async Task<Refusal?> Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            // Two presses, a mail that left meanwhile, a person who just answered: nothing of this was stored.
            db.ChangeTracker.Clear();
            return AtOnce;
        }
    }
}
