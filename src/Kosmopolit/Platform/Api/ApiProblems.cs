using System.Text.Json;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Api;

/// <summary>Answers of the API that are no success: the same sentences as on pages, as problem details.</summary>
public static class ApiProblems
{
    public static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>Writes the problem of a status, when nothing else has been said.</summary>
    /// <param name="fault">What went wrong, if it was thrown.</param>
    public static Task Write(HttpContext context, int status, Exception? fault = null)
    {
        var t = new Texts((context.Features.Get<LanguageChoice>() ?? LanguageChoice.Of(context.Request)).Language);
        return Of(status, t, Broken(fault, t)).ExecuteAsync(context);
    }

    /// <param name="detail">What happened; null for what is usually meant by the status.</param>
    public static IResult Of(int status, Texts t, IReadOnlyList<Mistake>? errors = null, string? detail = null) =>
        Send(
            new Problem
            {
                Title = Title(status, t),
                Status = status,
                Detail = detail ?? (errors is [var first, ..] ? first.Text : Usual(status, t)),
                Errors = errors,
            }
        );

    public static IResult Send(Problem problem) => Results.Json(problem, contentType: Problem.MediaType, statusCode: problem.Status);

    // A body that cannot be read names the place at which it breaks.
    private static List<Mistake>? Broken(Exception? fault, Texts t) =>
        fault?.InnerException is JsonException { Path: { } path }
            ?
            [
                new Mistake(
                    path.TrimStart('$', '.') is { Length: > 0 } field ? field : null,
                    t["This value cannot be read, or is not among those that can be chosen."]
                ),
            ]
            : null;

    public static string Title(int status, Texts t) =>
        status switch
        {
            400 => t["This cannot be read"],
            401 => t["Please sign in"],
            403 => t["Not allowed"],
            404 => t["Not here"],
            405 => t["This cannot be done here"],
            409 or 412 => t["Changed meanwhile"],
            413 => t["Too large"],
            415 => t["Not JSON"],
            422 => t["Not carried out"],
            428 => t["Which version?"],
            429 => t["Too fast"],
            _ => t["Something went wrong on our side"],
        };

    private static string Usual(int status, Texts t) =>
        status switch
        {
            400 => t["The request cannot be read. Compare it with the description of the interface."],
            401 => t["This is only for those who are signed in: send a session’s cookie or an access token."],
            403 => t["You may not do this."],
            404 => t["There is nothing at this address, or not for you."],
            405 => t["This address does not take this verb."],
            413 => t["What you sent is too large. Nothing was stored."],
            415 => t["Send JSON, with the content type application/json."],
            428 => t["Send the ETag of what you changed in the header If-Match, so that nobody’s change is lost."],
            429 => t["That were many requests in a short time. Wait a minute."],
            503 => t["The database does not answer right now. Nothing was lost; try again in half a minute."],
            _ => t["Nothing was stored. It has been reported."],
        };
}
