using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Answers;

public static class AnswerWording
{
    /// <summary>As the person who answers says it.</summary>
    public static string Say(Answer answer, Texts t) =>
        answer switch
        {
            Answer.Yes => t["Yes, I come"],
            Answer.No => t["No, I cannot"],
            Answer.Maybe => t["Perhaps"],
            _ => t["No answer yet"],
        };
}
