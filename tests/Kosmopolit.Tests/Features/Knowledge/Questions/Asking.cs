using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>What people do around questions, through the pages.</summary>
internal static class Asking
{
    public const string Title = "May I invite a customer to lunch during Ramadan?";

    /// <summary>Asks, past the page that shows what is known already.</summary>
    public static async Task<Page> Ask(this Reader reader, string title, params (string Name, string Value)[] fields)
    {
        var form = (await reader.Open("/questions/new")).Form("form[data-keep=ask]", [("Input.Title", title), .. fields]);
        var known = await reader.Submit(form);
        return await reader.Submit(known.Form("form[data-keep=ask]"));
    }

    /// <summary>The key of the question a page is about.</summary>
    public static Guid Id(this Page page) => Guid.Parse(page.Address.AbsolutePath.Split('/')[2]);

    public static async Task<Page> Answer(this Reader reader, Guid question, string text, params (string Name, string Value)[] fields) =>
        await reader.Submit(
            (await reader.Open($"/questions/{question}")).Form("form[data-keep=answer]", [("Input.Text", text), .. fields])
        );

    /// <summary>Stores a question as if somebody had asked it.</summary>
    public static async Task<Question> Asked(this Village village, Guid? asker, Circle circle, string title = Title, string country = "SA")
    {
        var question = new Question(asker, new Matter(country, "culture", "en"), circle, village.House.Clock.GetUtcNow());
        question.Word(title, "He comes to Luleå on a Tuesday in March.", Urgency.CanWait);
        await village.House.Store(question);
        return question;
    }

    public static async Task<Answer> Answered(
        this Village village,
        Question question,
        Guid author,
        string text = "Ask him; many like it after sunset."
    )
    {
        var answer = new Answer(question.Id, author, (text, "en"), null, village.House.Clock.GetUtcNow());
        await village.House.Store(answer);
        return answer;
    }
}
