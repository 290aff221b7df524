using System.Globalization;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>Reads what was written about a piece of business, and says at which field something cannot be.</summary>
public sealed class EntryReading(KosmopolitDb db, Me me, TypedNames names, Atlas atlas, TimeProvider clock)
{
    /// <param name="firm">Whose book it is written into.</param>
    public async Task<Outcome<Deal>> Read(EntryInput input, Guid firm, CancellationToken ct)
    {
        if (input.Stage is not (DealStage.Contact or DealStage.Offer or DealStage.Contract))
            return new Refusal("Choose from the list.", nameof(input.Stage));
        if (!Enum.IsDefined(input.Band))
            return new Refusal("Choose from the list.", nameof(input.Band));
        if (!Enum.IsDefined(input.Evidence))
            return new Refusal("Choose from the list.", nameof(input.Evidence));
        if (PlainText.Clean(input.Country) is not { Length: > 0 } typed)
            return new Refusal("Write in which country.", nameof(input.Country));
        var (country, unknown) = names.Country(typed, nameof(input.Country));
        if (country is null)
            return unknown!;
        if (atlas.Country(country) is null)
            return new Refusal(
                "{0} is no more. Choose the country of today.",
                nameof(input.Country),
                atlas.PlaceName(country, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            );
        if (Typing.Day(input.On) is not { } on)
            return new Refusal("Write the day as year-month-day, for instance 2027-03-31.", nameof(input.On));
        if (on > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14)))
            return new Refusal("This day has not come yet.", nameof(input.On));
        var note = PlainText.CleanLines(input.Note);
        if (input.Evidence == Evidence.Paper && note.Length == 0)
            return new Refusal("Write which paper it is, and who outside the firm has seen it.", nameof(input.Note));
        var (other, odd) = await Other(input, firm, ct);
        if (odd is not null)
            return odd;
        if (input.Activity is { } activity && !await db.Set<Activity>().VisibleTo(db, me).AnyAsync(a => a.Id == activity, ct))
            return new Refusal("Choose from the list.", nameof(input.Activity));
        var (question, isWrong) = Question(input.Question);
        if (isWrong)
            return new Refusal("Copy the address of the question’s page here, or leave it empty.", nameof(input.Question));
        return new Deal(
            input.Stage,
            country,
            input.Band,
            on,
            input.Evidence,
            PlainText.Clean(input.Partner),
            note,
            other,
            input.Activity,
            question,
            input.IsIntroduced
        );
    }

    private async Task<(Guid? Firm, Refusal? Odd)> Other(EntryInput input, Guid own, CancellationToken ct)
    {
        var slug = PlainText.Clean(input.OtherFirm).Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        if (slug.Length == 0)
            return (null, null);
        var found = await db
            .Firms.VisibleTo(db.Memberships, me)
            .Where(s => s.Firm.Slug == slug)
            .Select(s => (Guid?)s.Firm.Id)
            .SingleOrDefaultAsync(ct);
        return found is null ? (null, new Refusal("We find no such firm. Copy the address of its page here.", nameof(input.OtherFirm)))
            : found == own ? (null, new Refusal("Name the other firm, not your own.", nameof(input.OtherFirm)))
            : (found, null);
    }

    private static (Guid? Id, bool IsWrong) Question(string? typed)
    {
        var text = PlainText.Clean(typed).Split('?', '#')[0].TrimEnd('/');
        return text.Length == 0 ? (null, false)
            : Guid.TryParse(text.Split('/')[^1], out var id) ? (id, false)
            : (null, true);
    }
}
