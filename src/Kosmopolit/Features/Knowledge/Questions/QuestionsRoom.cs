using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Notices;

namespace Kosmopolit.Features.Knowledge.Questions;

public static class QuestionsRoom
{
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.AddScoped<AskQuestion>();
        services.AddScoped<WithdrawQuestion>();
        services.AddScoped<QuestionReading>();
        services.AddScoped<QuestionList>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<EditAnswer>();
        services.AddScoped<AcceptAnswer>();
        services.AddScoped<ReleaseAnswer>();
        services.AddScoped<Thank>();
        services.AddScoped<CommentOn>();
        services.AddScoped<AskAsVisitor>();
        services.AddScoped<VisitorMail>();
        services.AddScoped<ForgetVisitorQuestions>();
        services.AddSingleton<Subscriber, VisitorAnswers>();
        services.AddSingleton<OutcomeTicket>();
        services.AddSingleton<HelpedTicket>();
        services.AddScoped<AskWhatHappened>();
        services.AddScoped<TellWhatHappened>();
        services.AddSingleton<QuestionClock>();
        services.AddHostedService(sp => sp.GetRequiredService<QuestionClock>());
        services.AddScoped<DeskSource, DeskQuestions>();
        services.AddSingleton<NoticeSource, QuestionNotices>();
        services.AddSingleton<NoticeSource, ReleaseNotices>();
        return services.AddAsks().AddReplies();
    }

    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        QuestionsAtom.Map(routes);
        StopAskMail.Map(routes);
    }
}
