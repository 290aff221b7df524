using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>A member stands for a passage, confirms what another stands for, or says what is different.</summary>
public sealed class SpeakUp(KosmopolitDb db, Me me, ArticleReading reading, FollowWords words, TimeProvider clock)
{
    private static readonly Refusal Faster = new("Somebody else spoke about this at the same moment. Send it once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    private static readonly Refusal Taken = new("Somebody stands for these words already. Confirm them there.", nameof(VoiceInput.Passage))
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <summary>Marks a passage of a text, or the text as a whole, as something the member stands for.</summary>
    public async Task<Outcome<Claim>> Mark(string slug, VoiceInput input, CancellationToken ct = default)
    {
        var article = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug, ct);
        if (article is null || !article.IsPublic || !me.CanWrite())
            return new Refusal("This text is not there any more.") { Kind = RefusalKind.Gone };
        if (Quoted.From(article.Text, input.Passage ?? "") is not { } passage)
            return new Refusal("These words do not stand in the text. Copy them as they are.", nameof(VoiceInput.Passage));
        if (
            await db.Set<Claim>()
                .AnyAsync(c => c.ArticleId == article.Id && c.Passage == passage && c.WithdrawnAt == null && c.SuccessorId == null, ct)
        )
            return Taken;
        if (input.ShowsName && await OwnAnswer.RefusesName(db, me, article.Id, passage, ct) is { } named)
            return named;
        var (voice, refusal) = Voice(input, isFor: true);
        if (refusal is not null)
            return refusal;
        var claim = Claim.Mark(article.Id, (article.Country, article.Topic, article.Language), passage, voice!, clock.GetUtcNow());
        db.Add(claim);
        if (await db.Save(Taken, ct) is { } lost)
            return lost;
        await words.In(article.Id, ct);
        return claim;
    }

    /// <summary>Confirms or disputes.</summary>
    public async Task<Refusal?> Speak(Guid id, bool isFor, VoiceInput input, CancellationToken ct = default)
    {
        var claim = await Find(id, ct);
        if (claim is null || !me.CanWrite())
            return new Refusal("This text is not there any more.") { Kind = RefusalKind.Gone };
        if (input.ShowsName && await OwnAnswer.RefusesName(db, me, claim.ArticleId, claim.Passage, ct) is { } named)
            return named;
        var (voice, refusal) = Voice(input, isFor);
        if (refusal is not null)
            return refusal;
        return claim.Hear(voice!, await IsHeld(claim, ct)) ?? await db.Save(Faster, ct);
    }

    /// <summary>
    /// Says what a journey showed. Whoever said the same before keeps their ground, their name and their words, for they know it better than
    /// by a journey: it is seen anew, and what they add is added.
    /// </summary>
    public async Task<Refusal?> SeenThere(Guid id, bool isFor, VoiceInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.CanWrite() || await Find(id, ct) is not { } claim)
            return new Refusal("This text is not there any more.") { Kind = RefusalKind.Gone };
        if (claim.Voices.FirstOrDefault(v => v.MemberId == self && v.IsFor == isFor) is not { } before)
            return await Speak(id, isFor, input, ct);
        var (seen, refusal) = Voice(input, isFor);
        if (seen is null)
            return refusal;
        var reason = before.Reason.Contains(seen.Reason, StringComparison.Ordinal)
            ? before.Reason
            : $"{before.Reason} {seen.Reason}".TrimStart();
        if (reason.Length > ClaimMapping.MostReason)
            return new Refusal("This is too long. Please make it shorter.", nameof(VoiceInput.Reason));
        var lastYear = Math.Max(before.LastYear, seen.LastYear);
        var standing = new Standing(before.Basis, before.FromYear, before.UntilYear, before.Place, lastYear);
        return claim.Hear(new Voice(self, isFor, standing, (reason, before.ShowsName), clock.GetUtcNow()), await IsHeld(claim, ct))
            ?? await db.Save(Faster, ct);
    }

    /// <summary>Seen again this year, with one tap: on the basis said before, or on what the member's profile says of the country.</summary>
    public async Task<Refusal?> SeenAgain(Guid id, CancellationToken ct = default)
    {
        var claim = await Find(id, ct);
        if (claim is null || !me.CanWrite())
            return new Refusal("This text is not there any more.") { Kind = RefusalKind.Gone };
        var now = clock.GetUtcNow();
        if (await Ground(claim, now.Year, ct) is not var (standing, reason, showsName))
            return new Refusal("Say how you know it.");
        return claim.Hear(new Voice(me.MemberId!.Value, true, standing, (reason, showsName), now), await IsHeld(claim, ct))
            ?? await db.Save(Faster, ct);
    }

    private async Task<(Standing, string Reason, bool ShowsName)?> Ground(Claim claim, int year, CancellationToken ct)
    {
        if (claim.Voices.FirstOrDefault(v => v.MemberId == me.MemberId && v.IsFor) is { } before)
            return (new(before.Basis, before.FromYear, before.UntilYear, before.Place, year), before.Reason, before.ShowsName);
        var known = await OneTap.Markets(db, me).FirstOrDefaultAsync(m => m.Country == claim.Country, ct);
        return known is null ? null : (new(OneTap.Said(known.Basis), known.FromYear, known.UntilYear, "", year), "", false);
    }

    public async Task<Refusal?> Withdraw(Guid id, CancellationToken ct = default)
    {
        var claim = await Find(id, ct);
        if (claim is null || me.MemberId is not { } self)
            return new Refusal("This text is not there any more.") { Kind = RefusalKind.Gone };
        return claim.Withdraw(self, clock.GetUtcNow()) ?? await db.Save(Faster, ct);
    }

    /// <summary>A disputed claim gives way to another one about the same text.</summary>
    public async Task<Refusal?> Supersede(Guid id, Guid successor, CancellationToken ct = default)
    {
        var (old, next) = (await Find(id, ct), await Find(successor, ct));
        if (old is null || next is null || !me.CanWrite() || old.ArticleId != next.ArticleId || old.Id == next.Id)
            return new Refusal("Choose another passage of the same text.");
        if (old.HolderId is { } holder && holder != me.MemberId && next.HolderId != me.MemberId)
            return new Refusal("One of the two must be yours.") { Kind = RefusalKind.NotYours };
        return old.GiveWayTo(next) ?? await db.Save(Faster, ct);
    }

    private async Task<bool> IsHeld(Claim claim, CancellationToken ct) => (await reading.Weigh([claim], ct))[0].IsHeld;

    private Task<Claim?> Find(Guid id, CancellationToken ct) =>
        db.Set<Claim>().VisibleTo(db, me).Include(c => c.Voices).SingleOrDefaultAsync(c => c.Id == id, ct);

    private (Voice?, Refusal?) Voice(VoiceInput input, bool isFor)
    {
        var now = clock.GetUtcNow();
        var (standing, refusal) = input.Standing(now.Year);
        return refusal is not null
            ? (null, refusal)
            : (new Voice(me.MemberId!.Value, isFor, standing!, (PlainText.Clean(input.Reason), input.ShowsName), now), null);
    }
}
