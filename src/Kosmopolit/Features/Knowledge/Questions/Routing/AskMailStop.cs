using System.Globalization;
using System.Security.Cryptography;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>The signed addresses at the foot of an ask's mail: one that a mail program posts to, one that people open.</summary>
public sealed class AskMailStop(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ask-mail");

    public string PageFor(Guid member) => $"/ask-mail/{Token(member)}";

    public string PostFor(Guid member) => $"/ask-mail/{Token(member)}/stop";

    /// <summary>Null when the address is not ours.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return Guid.TryParseExact(_protector.Unprotect(token), "N", out var member) ? member : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Token(Guid member) => _protector.Protect(member.ToString("N", CultureInfo.InvariantCulture));
}

/// <summary>Ends the mails of asks, or lets them come again. What is asked stands on the site all the same.</summary>
public sealed class StopAskMail(KosmopolitDb db, AskMailStop stop)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        // A mail program has no token of ours; the signed address is the right.
        routes.MapPost("/ask-mail/{token}/stop", Post).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Post(string token, StopAskMail verb, CancellationToken ct) =>
        await verb.Run(token, wanted: false, ct) ? Results.Ok() : Results.NotFound();

    public Task<bool> Comes(Guid member, CancellationToken ct = default) =>
        db.Set<AskWishes>().AllAsync(w => w.MemberId != member || (w.Pace != Pace.Never && w.Pace != Pace.Silent), ct);

    /// <returns>False when the address is not ours.</returns>
    public async Task<bool> Run(string token, bool wanted, CancellationToken ct = default)
    {
        if (stop.Read(token) is not { } member)
            return false;
        var wishes = await db.Set<AskWishes>().SingleOrDefaultAsync(w => w.MemberId == member, ct);
        if (wishes is null)
            db.Add(wishes = new AskWishes(member));
        if (wanted)
            wishes.MailAgain();
        else
            wishes.NoMail();
        // Pressed twice at once: the row is there.
        await db.Save(QuestionRaces.Meanwhile, ct);
        return true;
    }
}
