using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Visitors;

/// <summary>The mail by which a visitor confirms a question.</summary>
public sealed class VisitorMail(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public void AskToConfirm(VisitorQuestion row, string token)
    {
        var reader = ReaderLanguage.Find(row.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        db.Add(
            new Letter(
                reader,
                t["Is this question from you?"],
                [
                    t[
                        "Somebody asked a public question and named this address. Open the link and press the button, then everyone can read it and members can answer."
                    ],
                    t[
                        "Answers come to you by mail. Your address is shown to nobody. Keep this mail: its link takes the question back, too."
                    ],
                    t["Was it not you? Then do nothing: nobody reads it, and it is gone tomorrow."],
                ],
                t["Look at it and ask"],
                site[Links.With($"/questions/mine/{token}", reader)]
            ).To(row.Email, clock.GetUtcNow(), clock.GetUtcNow() + VisitorQuestion.Patience)
        );
    }
}

/// <summary>Sends a visitor the answers to their question, once each, as the event log tells of them.</summary>
public sealed class VisitorAnswers(SiteAddress site, HelpedTicket helped, TimeProvider clock) : Subscriber
{
    public override string Name => "visitor-answers";

    public override bool Wants(string kind) => kind == nameof(AnswerGiven);

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        if (happened.As<AnswerGiven>() is not { } given)
            return;
        var asked = await db.Set<VisitorQuestion>().AsNoTracking().SingleOrDefaultAsync(v => v.QuestionId == given.QuestionId, ct);
        var answer = await db.Set<Answer>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == given.AnswerId, ct);
        if (asked is null || answer is null || answer.EmptiedAt is not null)
            return;
        var reader = ReaderLanguage.Find(asked.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        var letter = new Letter(
            reader,
            t["Somebody answered your question"],
            [
                t["You asked: {0}", asked.Title],
                answer.Text,
                t[
                    "Did it help? Then say so here, and others find it: {0}",
                    site[Links.With(helped.PathFor(given.QuestionId, answer.Id), reader)]
                ],
                t["You read everything about it, and what others add, on its page."],
            ],
            t["See the question"],
            site[Links.With($"/questions/{given.QuestionId}", reader)]
        );
        db.Add(letter.To(asked.Email, clock.GetUtcNow(), clock.GetUtcNow().AddDays(14)));
    }
}
