using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A text goes a step on its way: published, to be looked over, or replaced by another one.</summary>
public sealed class ChangeState(KosmopolitDb db, Me me, TimeProvider clock)
{
    private static readonly Refusal Gone = new("This text cannot be changed.") { Kind = RefusalKind.Gone };

    private static readonly Refusal Faster = new("Somebody else changed the text at the same moment. Send it once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    public async Task<Refusal?> Publish(string slug, CancellationToken ct = default) =>
        await Find(slug, ct) is not { } article ? Gone
        : article is { State: ArticleState.Draft, AnswerId: { } answer } && !await FromAnswer.Told(db, answer).AnyAsync(ct)
            ? FromAnswer.NotEveryones
        : article.Publish(clock.GetUtcNow()) ?? await db.Save(Faster, ct);

    public async Task<Refusal?> AskForReview(string slug, string? reason, CancellationToken ct = default)
    {
        var why = PlainText.Clean(reason);
        if (why.Length is 0 or > 500)
            return new Refusal("Say in a sentence what must be looked over.", "Reason");
        return await Find(slug, ct) is not { } article ? Gone : article.AskForReview(why) ?? await db.Save(Faster, ct);
    }

    /// <summary>Another text takes the place of this one, which stays readable.</summary>
    public async Task<Refusal?> GiveWay(string slug, ReplaceInput input, CancellationToken ct = default)
    {
        var name = PlainText.Clean(input.Successor).Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        var next = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == name, ct);
        if (next is null)
            return new Refusal("Paste the address of the text that takes its place.", nameof(ReplaceInput.Successor));
        var by = By(input);
        if (by.Why.Length == 0)
            return new Refusal("Say why the other text takes its place.", nameof(ReplaceInput.Reason));
        if (await Find(slug, ct) is not { } article)
            return Gone;
        if (article.GiveWayTo(next, by, clock.GetUtcNow()) is { } refusal)
            return refusal;
        // Two texts that give way to each other at the same moment would both be gone: the second finds its successor changed.
        db.Entry(next).Property(a => a.Revision).IsModified = true;
        return await db.Save(Faster, ct);
    }

    /// <summary>A text that gave way to another one stands for itself again.</summary>
    public async Task<Refusal?> BringBack(string slug, ReplaceInput input, CancellationToken ct = default)
    {
        var article = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug, ct);
        if (article is null || !me.CanBringBack(article))
            return Gone;
        var by = By(input);
        if (by.Why.Length == 0)
            return new Refusal("Say why you bring it back.", nameof(ReplaceInput.Reason));
        return article.ComeBack(by, clock.GetUtcNow()) ?? await db.Save(Faster, ct);
    }

    private Writer By(ReplaceInput input) => new(me.MemberId, PlainText.Clean(input.Reason), input.ShowsName);

    /// <summary>Throws a draft away that was never published.</summary>
    public async Task<Refusal?> ThrowAway(string slug, CancellationToken ct = default)
    {
        var draft = await db.Set<Article>()
            .VisibleTo(me)
            .Include(a => a.Versions)
            .SingleOrDefaultAsync(a => a.Slug == slug && a.State == ArticleState.Draft && a.AuthorId == me.MemberId, ct);
        if (draft is null)
            return Gone;
        db.Remove(draft);
        db.Record(new ArticleGone(draft.Id));
        return await db.Save(Faster, ct);
    }

    private async Task<Article?> Find(string slug, CancellationToken ct) =>
        await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug, ct) is { } article && me.CanEdit(article)
            ? article
            : null;
}
