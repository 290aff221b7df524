using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>Anybody whom an answer helped says thank you, once.</summary>
public sealed class Thank(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, CancellationToken ct = default)
    {
        if (await db.Set<Answer>().VisibleTo(db, me).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } answer)
            return new Refusal("This answer is not here.") { Kind = RefusalKind.Gone };
        if (me.MemberId is not { } self || !me.CanAsk())
            return new Refusal("Members of a network answer here.") { Kind = RefusalKind.NotYours };
        if (!me.CanThank(answer))
            return new Refusal("You cannot thank yourself.") { Kind = RefusalKind.NotYours };
        if (await db.Set<Thanks>().AnyAsync(t => t.AnswerId == id && t.MemberId == self, ct))
            return null;
        db.Add(new Thanks(answer, self, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Pressed twice: the row is there.
            db.ChangeTracker.Clear();
        }
        return null;
    }
}
