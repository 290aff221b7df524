using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger.Asking;

public sealed class ResultInput
{
    [EnumDataType(typeof(DealStage), ErrorMessage = "Choose from the list.")]
    public DealStage? Said { get; set; }

    /// <summary>Which firm, of several in which somebody has a part.</summary>
    public Guid? Firm { get; set; }
}

/// <summary>
/// Notes what somebody answered to the mail. It writes a line in the firm's book, or moves on the one that came of the same
/// activity: when colleagues answer the same, the firm has told it once.
/// </summary>
public sealed class AnswerAsk(KosmopolitDb db, ResultTicket tickets, TimeProvider clock)
{
    public static readonly Refusal TooOld = new("This link is too old. Sign in and write it in your firm’s book.")
    {
        Kind = RefusalKind.Gone,
    };

    /// <summary>The asking that a ticket is for; null when it is too old or not ours.</summary>
    public async Task<LedgerAsk?> Find(string ticket, CancellationToken ct = default)
    {
        var oldest = clock.GetUtcNow() - ResultTicket.Lasts;
        return tickets.Read(ticket) is { } id
            ? await db.Set<LedgerAsk>().SingleOrDefaultAsync(a => a.Id == id && a.AskedAt > oldest, ct)
            : null;
    }

    /// <summary>The firms for which somebody may answer, the one they travelled for first.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Firms(LedgerAsk ask, CancellationToken ct = default)
    {
        var travelled = await db.Set<Traveller>()
            .Where(t => t.ActivityId == ask.ActivityId && t.MemberId == ask.MemberId)
            .Select(t => t.FirmId)
            .SingleOrDefaultAsync(ct);
        var firms = await db
            .FirmRoles.Where(r => r.MemberId == ask.MemberId && r.EndedAt == null)
            .Join(
                db.Firms,
                r => r.FirmId,
                f => f.Id,
                (r, f) =>
                    new
                    {
                        f.Id,
                        f.Name.Value,
                        r.Since,
                    }
            )
            .ToListAsync(ct);
        return [.. firms.OrderBy(f => f.Id != travelled).ThenBy(f => f.Since).Select(f => (f.Id, f.Value))];
    }

    public Task<Refusal?> Run(string ticket, ResultInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Answer(ticket, input, ct), ct);

    private async Task<Refusal?> Answer(string ticket, ResultInput input, CancellationToken ct)
    {
        if (await Find(ticket, ct) is not { } ask)
            return TooOld;
        if (input.Said is not { } said || !Enum.IsDefined(said))
            return new Refusal("Choose from the list.", nameof(input.Said));
        var firms = await Firms(ask, ct);
        if (firms.Count == 0)
            return new Refusal("You have no part in a firm any more, so there is no book to write in.");
        if (input.Firm is { } chosen && firms.All(f => f.Id != chosen))
            return new Refusal("Choose from the list.", nameof(input.Firm));
        var firm = input.Firm ?? firms[0].Id;
        await WriteEntry.TakeTurn(db, firm, ct);
        var now = clock.GetUtcNow();
        ask.Say(said, await Note(ask, firm, said, now, ct), now);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Guid?> Note(LedgerAsk ask, Guid firm, DealStage said, DateTimeOffset now, CancellationToken ct)
    {
        var why = ask.AnsweredAt is null ? "" : "another answer by mail";
        // Another tap on the same mail corrects what the first one wrote, as long as nobody else has worked on it or told the same.
        if (ask.EntryId is { } written && await Untouched(ask, written, ct) is { } own && own.FirmId == firm)
        {
            if (said == DealStage.Nothing)
                own.Withdraw(why, ask.MemberId, now);
            else
                own.Correct(own.Deal with { Stage = said }, why, ask.MemberId, now);
            return said == DealStage.Nothing ? null : own.Id;
        }
        if (said == DealStage.Nothing)
            return null;
        var told = await db.Set<LedgerEntry>()
            .Where(e => e.FirmId == firm && e.WithdrawnAt == null && e.Deal.ActivityId == ask.ActivityId)
            .OrderByDescending(e => e.Deal.Stage)
            .FirstOrDefaultAsync(ct);
        if (told is null)
        {
            var deal = new Deal(
                said,
                await Country(ask.ActivityId, ct),
                ValueBand.Untold,
                DateOnly.FromDateTime(now.UtcDateTime),
                Evidence.Said,
                ActivityId: ask.ActivityId
            );
            db.Add(told = new LedgerEntry(firm, deal, ask.MemberId, now));
        }
        else if (told.Deal.Stage < said)
            told.Correct(told.Deal with { Stage = said, On = DateOnly.FromDateTime(now.UtcDateTime) }, why, ask.MemberId, now);
        return told.Id;
    }

    private Task<LedgerEntry?> Untouched(LedgerAsk ask, Guid entry, CancellationToken ct) =>
        db.Set<LedgerEntry>()
            .Where(e => e.Id == entry && e.WithdrawnAt == null && e.ById == ask.MemberId)
            .Where(e => e.Versions.All(v => v.ById == ask.MemberId))
            .Where(e => !db.Set<LedgerAsk>().Any(a => a.EntryId == e.Id && a.Id != ask.Id))
            .SingleOrDefaultAsync(ct);

    private async Task<string> Country(Guid activity, CancellationToken ct) =>
        await db.Set<TripStop>().Where(s => s.ActivityId == activity).OrderBy(s => s.From).Select(s => s.Country).FirstOrDefaultAsync(ct)
        ?? await db.Set<Activity>().Where(a => a.Id == activity).Select(a => a.Country).SingleAsync(ct);
}
