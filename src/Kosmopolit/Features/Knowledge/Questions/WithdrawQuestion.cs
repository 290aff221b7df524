using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>The asker takes a question back: nobody else sees it from then on.</summary>
public sealed class WithdrawQuestion(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        if (!me.IsAsker(question))
            return new Refusal("Only its asker takes a question back.") { Kind = RefusalKind.NotYours };
        return question.Withdraw(me.MemberId, clock.GetUtcNow()) is { } refusal ? refusal : await db.Save(QuestionRaces.Meanwhile, ct);
    }
}

/// <summary>What is said when the database let somebody else be first.</summary>
internal static class QuestionRaces
{
    public static readonly Refusal Meanwhile = new("Somebody else changed this at the same moment. Look at the page and try once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };
}
