using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>
/// A traveller answers the questions of the debrief, in the language of the page. Only what they changed is stored: the other boxes may be
/// older than what they said in another window.
/// </summary>
public sealed class SayLessons(KosmopolitDb db, Me me, DebriefBook book, Texts t, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, LessonsInput input, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { Travelled: true } || me.MemberId is not { } self)
            return DebriefBook.NotYet;
        return await db.InOneTransaction(() => Say(id, self, input, ct), ct);
    }

    private async Task<Refusal?> Say(Guid id, Guid self, LessonsInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var known = await db.Set<Lesson>().Where(l => l.ActivityId == id && l.MemberId == self).ToListAsync(ct);
        var changed = (input.Lessons ?? [])
            .Where(l => LessonBook.Asked.Contains(l.Matter ?? ""))
            .DistinctBy(l => l.Matter)
            .Select(said => (Said: said, Row: known.Find(l => l.Matter == said.Matter), Text: PlainText.CleanLines(said.Text)))
            .Where(l => l.Text != PlainText.CleanLines(l.Said.Was) && l.Text != (l.Row?.Text ?? ""))
            .ToList();
        var met = changed.Where(l => (l.Row?.Text ?? "") != PlainText.CleanLines(l.Said.Was)).ToList();
        met.ForEach(l => l.Said.Meet(l.Row?.Text ?? ""));
        if (met.Count > 0)
            return ActivityBook.Elsewhere;
        foreach (var (said, found, text) in changed)
        {
            var row = found;
            if (text.Length > LessonInput.Most)
                return new Refusal("This is too long. Please make it shorter.", nameof(input.Lessons));
            if (row is null)
                db.Add(row = new Lesson(id, self, said.Matter!));
            row.Say(text, t.Language.Tag, clock.GetUtcNow());
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
