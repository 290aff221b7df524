using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Visitors;

/// <summary>What a visitor asks: always in public, never with a name.</summary>
public sealed class VisitorAskInput
{
    [StringLength(12)]
    public string? Country { get; set; }

    [StringLength(20)]
    public string? Topic { get; set; }

    [StringLength(35)]
    public string? Language { get; set; }

    [Required(ErrorMessage = "Write your question in one line.")]
    [PlainText(QuestionMapping.MostTitle)]
    public string? Title { get; set; }

    [PlainText(QuestionMapping.MostText)]
    public string? Body { get; set; }

    [EnumDataType(typeof(Urgency), ErrorMessage = "Choose from the list.")]
    public Urgency Urgency { get; set; }

    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    /// <summary>No person sees this field; programs that fill in everything give themselves away.</summary>
    [StringLength(20_000)]
    public string? Website { get; set; }
}

/// <summary>Takes a visitor's question and asks them, by mail, whether it is theirs. Nobody reads it before that.</summary>
public sealed class AskAsVisitor(KosmopolitDb db, VisitorMail mail, Atlas atlas, TimeProvider clock, Texts texts)
{
    /// <summary>Questions one address may begin in an hour; more are accepted and forgotten.</summary>
    public const int MostPerAddress = 3;

    /// <summary>Questions that visitors may begin in an hour, all together.</summary>
    public const int MostAnHour = 60;

    public async Task<Refusal?> Run(VisitorAskInput input, CancellationToken ct = default)
    {
        if (!string.IsNullOrEmpty(input.Website))
            return null;
        var (now, email, title) = (clock.GetUtcNow(), PlainText.Clean(input.Email), PlainText.Clean(input.Title));
        if (email != (input.Email ?? "").Trim())
            return new Refusal("This address holds signs that cannot be seen. Type it by hand.", nameof(input.Email));
        if (title.Length == 0)
            return new Refusal("Write your question in one line.", nameof(input.Title));
        var codes = new AskInput
        {
            Country = input.Country,
            Topic = input.Topic,
            Language = input.Language,
        };
        if (AskQuestion.MatterOf(codes, atlas) is not { } matter)
            return new Refusal("Choose from the list.", nameof(input.Country));
        var hour = now.AddHours(-1);
        if (await db.Set<VisitorQuestion>().CountAsync(v => v.WrittenAt > hour, ct) >= MostAnHour)
            return new Refusal("Many questions came just now. Please try again in an hour.");
        var normalized = Account.Normalise(email);
        if (await db.Set<VisitorQuestion>().CountAsync(v => v.NormalizedEmail == normalized && v.WrittenAt > hour, ct) >= MostPerAddress)
            return null;
        var words = (title, PlainText.CleanLines(input.Body), input.Urgency);
        var (row, token) = VisitorQuestion.Write((email, normalized), matter, words, texts.Language.Tag, now);
        db.Add(row);
        mail.AskToConfirm(row, token);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <param name="row">Tracked; found by the secret of its link.</param>
    public async Task<Refusal?> Confirm(VisitorQuestion row, CancellationToken ct = default)
    {
        var (question, refusal) = row.Confirm(clock.GetUtcNow());
        if (question is null)
            return refusal;
        db.Add(question);
        return await db.Save(QuestionRaces.Meanwhile, ct);
    }

    /// <summary>The link of the mail is the right to take it back, too.</summary>
    public async Task<Refusal?> Withdraw(VisitorQuestion row, CancellationToken ct = default)
    {
        if (await db.Set<Question>().SingleOrDefaultAsync(q => q.Id == row.QuestionId, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        return question.Withdraw(null, clock.GetUtcNow()) is { } refusal ? refusal : await db.Save(QuestionRaces.Meanwhile, ct);
    }
}
