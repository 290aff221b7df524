using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;

namespace Kosmopolit.Features.Members.Profile.Api;

/// <summary>
/// Stores a part of a profile or a firm as a page does: what the sender saw is named by the ETag in If-Match, as a form
/// names it by its hidden print.
/// </summary>
public static class Versions
{
    /// <summary>The part as it is stored, with its ETag.</summary>
    public static IResult Show<T>(HttpContext http, Answers answers, T? stored)
        where T : ProfileInput
    {
        if (stored is null)
            return answers.NotHere();
        http.Response.Headers.ETag = Tag(stored);
        return Results.Ok(stored);
    }

    /// <param name="read">Reads the part as it is stored; null when it is gone.</param>
    /// <param name="run">The verb.</param>
    public static async Task<IResult> Change<T>(
        HttpContext http,
        Answers answers,
        T input,
        Func<Task<T?>> read,
        Func<T, Task<Refusal?>> run
    )
        where T : ProfileInput
    {
        if (await read() is not { } before)
            return answers.NotHere();
        if (Seen(http, before) is not { } seen)
            return answers.WhichVersion();
        if (answers.Check(input) is { } wrong)
            return wrong;
        input.Seen = seen;
        if (await run(input) is not { } refusal)
            return Show(http, answers, await read());
        if (input.Meanwhile is not { } stored)
            return answers.Refuse(refusal);
        http.Response.Headers.ETag = Tag(stored);
        return answers.Overtaken(refusal, stored, input);
    }

    /// <summary>Empties a part: the same verb with nothing in it. Who may see it stays as it was.</summary>
    public static async Task<IResult> Clear<T>(
        HttpContext http,
        Answers answers,
        Func<Task<T?>> read,
        Func<T, T> emptied,
        Func<T, Task<Refusal?>> run
    )
        where T : ProfileInput
    {
        if (await read() is not { } before)
            return answers.NotHere();
        var answer = await Change(http, answers, emptied(before), read, run);
        return answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? Results.NoContent() : answer;
    }

    /// <summary>The print the sender saw; any version will do for "*"; null when the header is missing.</summary>
    private static string? Seen(HttpContext http, ProfileInput before) =>
        http.Request.Headers.IfMatch.ToString().Trim() switch
        {
            "" => null,
            "*" => before.Print(),
            var tag => tag.Trim('"'),
        };

    private static string Tag(ProfileInput part) => $"\"{part.Print()}\"";
}
