using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>What those who run the network answer.</summary>
public sealed class LetterAnswerInput
{
    public Guid Letter { get; set; }

    [PlainText(2000)]
    [Display(Name = "Your answer")]
    public string? Text { get; set; }
}

/// <summary>A letter is confirmed by its writer and answered by those who run the network.</summary>
public sealed class AnswerLetter(KosmopolitDb db, Me me, LetterMail mail, TimeProvider clock)
{
    private static readonly Refusal AtOnce = new("Somebody else did this at the same moment. Look once more.");

    /// <param name="letter">Tracked; found by the secret of its link.</param>
    public async Task<Refusal?> Confirm(VisitorLetter letter, Network network, CancellationToken ct = default)
    {
        if (letter.Confirm(clock.GetUtcNow()) is { } refusal)
            return refusal;
        await mail.PassOn(letter, network, ct);
        return await Store(ct);
    }

    public async Task<Refusal?> Run(Network network, LetterAnswerInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanRun(network))
            return new Refusal("Only those who run the network do this.");
        var text = PlainText.Clean(input.Text);
        if (text.Length == 0)
            return new Refusal("Write an answer.", nameof(input.Text));
        if (text.Length > 2000 || PlainText.HasTag(text))
            return new Refusal("Please write plain words, without HTML tags such as <b>.", nameof(input.Text));
        var letter = await db.Set<VisitorLetter>()
            .SingleOrDefaultAsync(l => l.Id == input.Letter && l.NetworkId == network.Id && l.ConfirmedAt != null, ct);
        if (letter is null)
            return new Refusal("This letter is no longer here.");
        if (letter.Answer(account, clock.GetUtcNow()) is { } refusal)
            return refusal;
        mail.Answer(letter, network, text);
        return await Store(ct);
    }

    private async Task<Refusal?> Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AtOnce;
        }
    }
}
