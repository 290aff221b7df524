using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>What a traveller learnt goes into the bank: as a text of its own, or as a passage of one. They stand for it.</summary>
public sealed class TakeLesson(KosmopolitDb db, DebriefBook book, LessonBook lessons, BankCheck bank)
{
    /// <returns>Its page in the bank, from the root.</returns>
    public async Task<Outcome<string>> Run(Guid id, Guid lesson, TakeInput input, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { } debrief)
            return DebriefBook.NotYet;
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
        var (path, refusal) = await bank.Take(forBank, book.Ground(debrief.Trip, input.Basis), ct);
        if (path is null)
            return refusal!;
        row.Become(path);
        return await db.Save(ActivityBook.Meanwhile, ct) is { } lost ? lost : path;
    }
}
