using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What one has to write before everything is erased.</summary>
public sealed class EraseInput
{
    [Display(Name = "The word")]
    [Required(ErrorMessage = "Write the word that stands above the box.")]
    [StringLength(100, ErrorMessage = "Write the word that stands above the box.")]
    public string? Word { get; set; }
}

/// <summary>
/// Erases the reader: at once, as a whole, without a way back. Others' rows stay readable; of the reader a number is
/// left that leads nowhere. Index and caches follow the events within seconds.
/// </summary>
public sealed class EraseMe(KosmopolitDb db, Me me, FirmsLeft firms, TimeProvider clock, Texts texts)
{
    /// <summary>What has to be written, in the reader's language.</summary>
    public string Word => texts["erase"];

    public async Task<Refusal?> Run(EraseInput input, CancellationToken ct = default)
    {
        if (await Whom.Of(db, me, ct) is not { } whom)
            return new Refusal("Sign in first.");
        if (!string.Equals(PlainText.Clean(input.Word).Trim('“', '”', '"'), Word, StringComparison.OrdinalIgnoreCase))
            return new Refusal("Write the word that stands above the box.", nameof(input.Word));
        return await db.InOneTransaction(() => Erase(whom, ct), ct);
    }

    private async Task<Refusal?> Erase(Whom whom, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await firms.Leave(now, ct);
        foreach (var holding in Holdings.All.Where(h => h.Fate == Fate.Goes))
            await holding.Delete(db, whom, ct);
        if (await db.Members.Own(me).Include(m => m.Memberships).SingleOrDefaultAsync(ct) is { } member)
            member.Vanish(now);
        await db.Set<ExportStatusChange>()
            .Where(c => c.ById == whom.Member)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.ById, (Guid?)null), ct);
        await db.Set<Candidate>()
            .Where(c => c.MemberId == whom.Member)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, "").SetProperty(x => x.Pitch, ""), ct);
        await db.Set<Article>().Where(a => a.AuthorId == whom.Member && a.State == ArticleState.Draft).ExecuteDeleteAsync(ct);
        await db.Set<Picture>()
            .Where(p => p.ById == whom.Member && !db.Set<PictureUse>().Any(u => u.PictureId == p.Id))
            .ExecuteDeleteAsync(ct);
        await db.Set<Voice>().Where(v => v.MemberId == whom.Member).ExecuteUpdateAsync(v => v.SetProperty(x => x.ShowsName, false), ct);
        await QuestionHoldings.Empty(db, whom, now, ct);
        foreach (var mandate in await db.Set<Mandate>().Where(m => m.AccountId == whom.Account).ToListAsync(ct))
            mandate.End(now);
        var account = await db.Users.SingleAsync(a => a.Id == whom.Account, ct);
        account.Vanish();
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("Something of yours was changed at the same moment. Nothing was erased; press once more.");
        }
    }
}
