using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>A member says that an answer from another address is theirs: the signed link of their own mail is the right.</summary>
public sealed class ConfirmReply(KosmopolitDb db, ReplyMails mails, ReceiveReply receive)
{
    private static readonly Refusal Gone = new("This answer is not here any more. You can write it on the page of the question.")
    {
        Kind = RefusalKind.Gone,
    };

    public async Task<PendingReply?> Find(string ticket, CancellationToken ct = default) =>
        mails.Read(ticket) is { } id ? await db.Set<PendingReply>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;

    public async Task<Refusal?> Run(string ticket, CancellationToken ct = default)
    {
        if (
            await Find(ticket, ct) is not { } found
            || await db.Set<Ask>().SingleOrDefaultAsync(a => a.Id == found.AskId, ct) is not { } ask
        )
            return Gone;
        if (await receive.AccountOf(found.MemberId, ct) is not { } account)
            return Gone;
        // Goes with the answer in one write: pressed twice, the second finds nothing.
        db.Remove(found);
        try
        {
            var (_, refusal) = await receive.Post(ask, account, found.Text, ct);
            if (refusal is not null)
                db.ChangeTracker.Clear();
            return refusal;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Gone;
        }
    }
}
