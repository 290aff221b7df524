using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Outcomes;

/// <summary>What came of a question.</summary>
public sealed class TellInput
{
    [EnumDataType(typeof(Help), ErrorMessage = "Choose from the list.")]
    public Help Help { get; set; }

    [PlainText(FollowUpMapping.MostWords)]
    public string? Words { get; set; }
}

/// <summary>The asker says whether it helped. That closes the question; it stays to be found.</summary>
public sealed class TellWhatHappened(KosmopolitDb db, Me me, OutcomeTicket tickets, Texts texts, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, TellInput input, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        return me.IsAsker(question)
            ? await Tell(question, input, me.MemberId, ct)
            : new Refusal("Only whoever asked can tell what happened.") { Kind = RefusalKind.NotYours };
    }

    /// <summary>From a mail: the signed link is the right.</summary>
    public async Task<Refusal?> ByTicket(string ticket, TellInput input, CancellationToken ct = default) =>
        tickets.Read(ticket) is { } id && await db.Set<Question>().SingleOrDefaultAsync(q => q.Id == id, ct) is { } question
            ? await Tell(question, input, question.AskerId, ct)
            : new Refusal("This link is too old. The page of your question asks you the same.") { Kind = RefusalKind.Gone };

    private async Task<Refusal?> Tell(Question question, TellInput input, Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = await db.Set<FollowUp>().SingleOrDefaultAsync(f => f.QuestionId == question.Id, ct);
        if (told is null)
            db.Add(told = new FollowUp(question.Id));
        if (told.Tell(input.Help, PlainText.CleanLines(input.Words), texts.Language.Tag, now) is { } odd)
            return odd;
        return question.Close(by, now) is { } refusal ? refusal : await db.Save(QuestionRaces.Meanwhile, ct);
    }
}
