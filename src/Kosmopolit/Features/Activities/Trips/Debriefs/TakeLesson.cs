using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>
/// What a traveller learnt goes into the bank: as a text of its own, or as a passage of one. They stand for it. One goes at a time, so that
/// a press that came twice brings one text.
/// </summary>
public sealed class TakeLesson(KosmopolitDb db, DebriefBook book, LessonBook lessons, BankCheck bank)
{
    /// <returns>Its page in the bank, from the root.</returns>
    public async Task<Outcome<string>> Run(Guid id, Guid lesson, TakeInput input, CancellationToken ct = default) =>
        await book.Of(id, ct) is { Travelled: true } debrief
            ? await db.InOneTransaction(() => Take(debrief, lesson, input, ct), ct)
            : DebriefBook.NotYet;

    private async Task<Outcome<string>> Take(DebriefView debrief, Guid lesson, TakeInput input, CancellationToken ct)
    {
        var id = debrief.Trip.Activity.Id;
        await db.TakeTurn(id, ct);
        if (await lessons.Own(id, lesson, ct) is not { } row || row.Matter == Matters.Asked)
            return ActivityBook.NotHere;
        if (row.Became.Length > 0)
            return new Refusal("It is in the bank already.") { Kind = RefusalKind.Meanwhile };
        if (PlainText.Clean(input.Title) is not { Length: > 0 } title)
            return new Refusal("Give it a title, so that others find it.", nameof(input.Title));
        if (input.Into is { } into && debrief.Texts.All(text => text.Id != into))
            return new Refusal("Choose from the list.", nameof(input.Into));
        var topic = TopicKeys.OfCountries.Contains(row.Matter) ? row.Matter : "";
        var forBank = new LessonForBank(input.Into, title, row.Text, debrief.Trip.Country, topic, row.Language, input.ShowsName);
        var (path, refusal) = await bank.Take(forBank, book.Ground(debrief.Trip, input.Basis, input.Place), ct);
        if (path is null)
            return refusal!;
        // The bank may have let go of what was read before.
        if (await lessons.Own(id, lesson, ct) is not { } taken)
            return ActivityBook.NotHere;
        taken.Become(path);
        return await db.Save(ActivityBook.Meanwhile, ct) is { } lost ? lost : path;
    }
}
