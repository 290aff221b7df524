using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>What a visitor writes to a network.</summary>
public sealed class LetterInput
{
    [Required(ErrorMessage = "Write what you are called.")]
    [PlainText(100)]
    [Display(Name = "Your name")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Write what you want to say.")]
    [PlainText(2000)]
    [Display(Name = "What do you want to say?")]
    public string? Text { get; set; }

    public bool SharesAddress { get; set; }

    /// <summary>No person sees this field; programs that fill in everything give themselves away.</summary>
    [StringLength(20_000)]
    public string? Website { get; set; }
}

/// <summary>Takes a visitor's letter and asks them, by mail, whether it is theirs. Nobody reads it before that.</summary>
public sealed class WriteLetter(KosmopolitDb db, LetterMail mail, TimeProvider clock, Texts texts)
{
    /// <summary>Letters one address may begin in an hour, to whichever network; more are accepted and forgotten.</summary>
    public const int MostPerAddress = 3;

    /// <summary>Letters that one network may be sent in an hour.</summary>
    public const int MostPerNetwork = 30;

    public async Task<Refusal?> Run(Network network, LetterInput input, CancellationToken ct = default)
    {
        if (!string.IsNullOrEmpty(input.Website))
            return null;
        var (now, email) = (clock.GetUtcNow(), PlainText.Clean(input.Email));
        var (name, text) = (PlainText.Clean(input.Name), PlainText.Clean(input.Text));
        if (email != (input.Email ?? "").Trim())
            return new Refusal("This address holds signs that cannot be seen. Type it by hand.", nameof(input.Email));
        if (name.Length == 0)
            return new Refusal("Write what you are called.", nameof(input.Name));
        if (text.Length == 0)
            return new Refusal("Write what you want to say.", nameof(input.Text));
        if (!await db.WhoRuns(network, now).AnyAsync(ct))
            return new Refusal("Nobody runs this network at present, so nobody would read it.");
        var hour = now.AddHours(-1);
        if (await db.Set<VisitorLetter>().CountAsync(l => l.NetworkId == network.Id && l.WrittenAt > hour, ct) >= MostPerNetwork)
            return new Refusal("This network was sent many letters just now. Please try again in an hour.");
        var normalized = Account.Normalise(email);
        if (await db.Set<VisitorLetter>().CountAsync(l => l.NormalizedEmail == normalized && l.WrittenAt > hour, ct) >= MostPerAddress)
            return null;
        var (row, token) = VisitorLetter.Write(network.Id, name, (email, normalized), text, texts.Language.Tag, input.SharesAddress, now);
        db.Add(row);
        mail.AskToConfirm(row, network, token);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
