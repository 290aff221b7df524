using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>A traveller answers the questions of the debrief, in the language of the page.</summary>
public sealed class SayLessons(KosmopolitDb db, Me me, DebriefBook book, Texts t, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, LessonsInput input, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is null || me.MemberId is not { } self)
            return DebriefBook.NotYet;
        var known = await db.Set<Lesson>().Where(l => l.ActivityId == id && l.MemberId == self).ToListAsync(ct);
        foreach (var said in (input.Lessons ?? []).Where(l => LessonBook.Asked.Contains(l.Matter ?? "")).DistinctBy(l => l.Matter))
        {
            var (row, text) = (known.Find(l => l.Matter == said.Matter), PlainText.CleanLines(said.Text));
            if (row is null && text.Length == 0)
                continue;
            if (text.Length > LessonInput.Most)
                return new Refusal("This is too long. Please make it shorter.", nameof(input.Lessons));
            if (row is null)
                db.Add(row = new Lesson(id, self, said.Matter!));
            row.Say(text, t.Language.Tag, clock.GetUtcNow());
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
