using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Platform.Api;

/// <summary>Puts what a verb said into an answer of the API, in the reader's language.</summary>
public sealed class Answers(Texts t, IOptions<JsonOptions> json)
{
    public IResult NotHere() => ApiProblems.Of(StatusCodes.Status404NotFound, t);

    /// <summary>A value in the address that is none of those that there are.</summary>
    public IResult Unreadable(string parameter) =>
        ApiProblems.Of(
            StatusCodes.Status400BadRequest,
            t,
            [new Mistake(parameter, t["This value cannot be read, or is not among those that can be chosen."])]
        );

    public IResult WhichVersion() => ApiProblems.Of(StatusCodes.Status428PreconditionRequired, t);

    /// <summary>Checks the shape of an input by its annotations, as a form does.</summary>
    /// <returns>The answer when something is wrong; null when nothing is.</returns>
    public IResult? Check(object input)
    {
        var found = new List<ValidationResult>();
        if (Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true))
            return null;
        return ApiProblems.Of(
            StatusCodes.Status422UnprocessableEntity,
            t,
            [.. found.SelectMany(f => f.MemberNames.DefaultIfEmpty().Select(m => new Mistake(Named(m), Say(f.ErrorMessage ?? "", t))))]
        );
    }

    public IResult Refuse(Refusal refusal) =>
        ApiProblems.Of(
            refusal.Kind switch
            {
                RefusalKind.Gone => StatusCodes.Status404NotFound,
                RefusalKind.Meanwhile => StatusCodes.Status409Conflict,
                RefusalKind.NotYours => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            t,
            [new Mistake(Named(refusal.Field), t.Say(refusal))]
        );

    /// <summary>Somebody stored something else meanwhile: both versions, for the sender to decide.</summary>
    public IResult Overtaken(Refusal refusal, object stored, object sent) =>
        ApiProblems.Send(
            new Problem
            {
                Title = ApiProblems.Title(StatusCodes.Status412PreconditionFailed, t),
                Status = StatusCodes.Status412PreconditionFailed,
                Detail = t.Say(refusal),
                Stored = JsonSerializer.SerializeToElement(stored, json.Value.SerializerOptions),
                Sent = JsonSerializer.SerializeToElement(sent, json.Value.SerializerOptions),
            }
        );

    private static string Say(string text, Texts texts) => texts[text];

    // The property of the input as it is called in JSON.
    private static string? Named(string? property) => property is { Length: > 0 } ? JsonNamingPolicy.CamelCase.ConvertName(property) : null;
}
