using System.Net.Mime;
using Kosmopolit.Platform.Auth.StepUp;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Passkeys;

/// <summary>What the browser asks of its passkeys, made fresh each time; the answers come back with ordinary forms.</summary>
public static class PasskeyQuestions
{
    public static void MapPasskeyQuestions(this IEndpointRouteBuilder routes)
    {
        // Asked with every page for signing in, and no dearer than it: a meeting over one Wi-Fi keeps its count for forms.
        routes
            .MapPost("/sign-in/passkey/question", AskForOne)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .DisableRateLimiting()
            .AllowAnonymous();
        routes
            .MapPost("/me/sign-in/passkeys/question", AskForNew)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new NeedsProofAttribute());
    }

    // Names nobody: whoever holds a passkey of this site may answer.
    private static async Task<IResult> AskForOne(SignInManager<Account> passkeys) =>
        Results.Text(await passkeys.MakePasskeyRequestOptionsAsync(null), MediaTypeNames.Application.Json);

    private static async Task<IResult> AskForNew(KosmopolitDb db, Me me, SignInManager<Account> passkeys, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == me.AccountId, ct);
        var user = new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email!,
            DisplayName = account.Email!,
        };
        return Results.Text(await passkeys.MakePasskeyCreationOptionsAsync(user), MediaTypeNames.Application.Json);
    }
}
