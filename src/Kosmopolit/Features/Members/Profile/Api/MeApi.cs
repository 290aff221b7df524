using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Profile.Api;

/// <summary>Everything the reader has told, as its owner edits it.</summary>
/// <param name="Networks">Slugs of the networks in which the reader is a member today.</param>
/// <param name="Firms">Slugs of the reader's firms.</param>
public sealed record MyProfileResource(
    string Slug,
    Audience Presence,
    NameInput Name,
    OfferInput Offer,
    ReadingInput Reading,
    ContactInput Contact,
    IReadOnlyList<MyMarket> Markets,
    IReadOnlyList<MyLanguage> Languages,
    IReadOnlyList<string> Networks,
    IReadOnlyList<string> Firms
);

/// <summary>One's whole profile at once, and how it looks to others.</summary>
public static class MeApi
{
    public static void MapMe(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Show)
            .As("profile", "getMe", "Everything you have told, with who sees it")
            .Gives<MyProfileResource>()
            .ForMembers();
        api.MapGet("/me/preview", Preview)
            .As("profile", "getMyPreview", "Your page as others see it: visitor, networks or network; 404 when they do not find you")
            .Gives<PersonResource>()
            .ForMembers();
    }

    private static async Task<IResult> Show(HttpContext http, KosmopolitDb db, Me me, MyProfile profile, Answers answers)
    {
        var ct = http.RequestAborted;
        if (await profile.Load(ct) is not { } member)
            return answers.NotHere();
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        var networks = db.Networks.VisibleTo(me).Where(n => me.Networks.Contains(n.Id)).OrderBy(n => n.Slug).Select(n => n.Slug);
        var firms = db
            .Firms.VisibleTo(db.Memberships, me)
            .Where(s => s.Firm.People.Any(r => r.MemberId == me.MemberId && r.EndedAt == null))
            .OrderBy(s => s.Firm.Slug)
            .Select(s => s.Firm.Slug);
        return Results.Ok(
            new MyProfileResource(
                member.Slug,
                member.Presence,
                NameInput.Of(member),
                OfferInput.Of(member),
                ReadingInput.Of(member),
                ContactInput.Of(member),
                [.. member.Markets.Select(k => MarketsApi.Of(k, atlas, t))],
                [.. member.Languages.Select(l => LanguagesApi.Of(l, atlas, t))],
                await networks.ToListAsync(ct),
                await firms.ToListAsync(ct)
            )
        );
    }

    private static async Task<IResult> Preview(HttpContext http, KosmopolitDb db, Me me, Answers answers, string? @as = null)
    {
        if (me.MemberId is not { } self)
            return answers.NotHere();
        var page = await PersonPage.Of(m => m.Id == self, db, Beholder.Of(@as, me), http.RequestAborted);
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        return page is null ? answers.NotHere() : Results.Ok(PersonResource.Of(page, atlas, t));
    }
}
