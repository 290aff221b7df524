using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>A traveller confirms or disputes what the bank says, passage by passage, by the bank's own rules.</summary>
public sealed class CheckBank(DebriefBook book, BankCheck bank)
{
    public async Task<Refusal?> Run(Guid id, ChecksInput input, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { Travelled: true } debrief)
            return DebriefBook.NotYet;
        var ground = book.Ground(debrief.Trip, input.Basis, input.Place);
        var shown = debrief.Texts.SelectMany(text => text.Claims).ToDictionary(c => c.Id);
        foreach (var check in (input.Checks ?? []).Where(c => c.Is is "yes" or "no"))
        {
            var (isFor, reason) = (check.Is == "yes", PlainText.Clean(check.Reason));
            // What they said before and have not touched is not said anew.
            if (!shown.TryGetValue(check.Claim, out var claim) || (claim.Said == isFor && reason.Length == 0))
                continue;
            if (!isFor && reason.Length == 0)
                return new Refusal("Say what was otherwise, so that others can follow it.", nameof(input.Checks));
            if (await bank.Speak(check.Claim, isFor, reason, ground, ct) is { } refusal)
                return refusal with { Field = nameof(input.Checks) };
        }
        return null;
    }
}
