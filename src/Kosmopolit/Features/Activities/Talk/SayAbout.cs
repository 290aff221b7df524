using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Talk;

public sealed class SayInput
{
    [Required(ErrorMessage = "Write something first.")]
    [PlainText(ActivityMapping.MostWords)]
    public string? Text { get; set; }
}

/// <summary>Members of the networks that hold it talk about it, and take their words back.</summary>
public sealed class SayAbout(KosmopolitDb db, Me me, Texts texts, TimeProvider clock)
{
    /// <summary>Remarks of one member beside one activity in a day.</summary>
    public const int MostADay = 20;

    public async Task<Refusal?> Run(Guid id, SayInput input, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (me.MemberId is not { } self || !me.CanSay(activity))
            return new Refusal("Members of its networks do this.") { Kind = RefusalKind.NotYours };
        if (PlainText.CleanLines(input.Text) is not { Length: > 0 } text)
            return new Refusal("Write something first.", nameof(input.Text));
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        if (
            await db.Set<ActivityRemark>().CountAsync(r => r.ActivityId == id && r.AuthorId == self && r.MadeAt > yesterday, ct) >= MostADay
        )
            return new Refusal("You have said much here today. Give others a day to read it.");
        db.Add(new ActivityRemark(id, self, text, texts.Language.Tag, now));
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBack(Guid id, Guid remark, CancellationToken ct = default)
    {
        var row =
            me.MemberId is { } self && await db.Activity(me, id, ct) is not null
                ? await db.Set<ActivityRemark>().SingleOrDefaultAsync(r => r.Id == remark && r.ActivityId == id && r.AuthorId == self, ct)
                : null;
        if (row is null)
            return new Refusal("You take back only what you said yourself.") { Kind = RefusalKind.NotYours };
        db.Remove(row);
        // Whoever was told of it finds nothing there: it neither waits nor counts.
        db.RemoveRange(await db.Set<Notice>().Where(n => n.Source == TalkNotices.Name && n.SubjectId == remark).ToListAsync(ct));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
