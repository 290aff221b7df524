using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Consents;

/// <param name="Sentence">What was agreed to, in the reader's language.</param>
/// <param name="Language">BCP 47 tag of the language in which it was read then.</param>
public sealed record MyConsent(
    Guid Receipt,
    Purpose Purpose,
    string Sentence,
    string Language,
    DateTimeOffset GivenAt,
    DateTimeOffset? WithdrawnAt
);

/// <summary>What one has agreed to. A consent is given with the change that needs it, in its field <c>agreed</c>.</summary>
public static class ConsentsApi
{
    public static void MapConsents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me/consents", List)
            .As("consents", "getMyConsents", "Receipts of what you agreed to, withdrawn ones too")
            .Gives<IReadOnlyList<MyConsent>>()
            .ForMembers();
        api.MapDelete("/me/consents/{receipt:guid}", Withdraw)
            .As("consents", "deleteMyConsent", "Take a consent back; what needed it is erased or narrowed at once")
            .Produces(StatusCodes.Status204NoContent)
            .Changes();
    }

    private static async Task<IResult> List(HttpContext http, MyProfile profile, Answers answers, Texts t) =>
        await profile.Load(http.RequestAborted) is { } member
            ? Results.Ok(
                member
                    .Consents.OrderBy(c => c.WithdrawnAt is not null)
                    .ThenByDescending(c => c.GivenAt)
                    .Select(c => new MyConsent(
                        c.Id,
                        c.Purpose,
                        ConsentWording.Sentence(c.Purpose, t),
                        c.Language,
                        c.GivenAt,
                        c.WithdrawnAt
                    ))
            )
            : answers.NotHere();

    private static async Task<IResult> Withdraw(Guid receipt, HttpContext http, MyProfile profile, Answers answers, WithdrawConsent verb)
    {
        if ((await profile.Load(http.RequestAborted))?.Consents.SingleOrDefault(c => c.Id == receipt) is not { } consent)
            return answers.NotHere();
        await verb.Run(consent.Purpose, http.RequestAborted);
        return Results.NoContent();
    }
}
