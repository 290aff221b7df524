using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;

namespace Kosmopolit.Features.Members.Profile.Api;

/// <summary>The parts of one's profile that are there once: name, offer, reading, contact, audiences.</summary>
public static class PartsApi
{
    private const string Tag = "profile";

    public static void MapParts(this IEndpointRouteBuilder api)
    {
        Part<NameInput, ChangeName>(api, "name", "Name", NameInput.Of, (verb, input, ct) => verb.Run(input, ct));
        Part<OfferInput, ChangeOffer>(api, "offer", "Offer", OfferInput.Of, (verb, input, ct) => verb.Run(input, ct));
        Part<ReadingInput, ChangeReading>(api, "reading", "Reading", ReadingInput.Of, (verb, input, ct) => verb.Run(input, ct));
        Part<ContactInput, ChangeContact>(api, "contact", "Contact", ContactInput.Of, (verb, input, ct) => verb.Run(input, ct));
        Emptied<OfferInput, ChangeOffer>(api, "offer", "Offer", OfferInput.Of, WithoutOffer, (verb, input, ct) => verb.Run(input, ct));
        Emptied<ReadingInput, ChangeReading>(
            api,
            "reading",
            "Reading",
            ReadingInput.Of,
            WithoutReading,
            (v, input, ct) => v.Run(input, ct)
        );
        Emptied<ContactInput, ChangeContact>(
            api,
            "contact",
            "Contact",
            ContactInput.Of,
            WithoutContact,
            (v, input, ct) => v.Run(input, ct)
        );
        api.MapGet("/me/audiences", ShowAudiences)
            .As(Tag, "getMyAudiences", "Who sees what of you")
            .Gives<AudiencesInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        api.MapPut("/me/audiences", ChangeAudiences)
            .As(Tag, "putMyAudiences", "Choose who sees what; fields that are left out keep theirs")
            .Gives<AudiencesInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
    }

    private static void Part<TInput, TVerb>(
        IEndpointRouteBuilder api,
        string path,
        string name,
        Func<Member, TInput> of,
        Func<TVerb, TInput, CancellationToken, Task<Refusal?>> run
    )
        where TInput : ProfileInput
        where TVerb : class
    {
        api.MapGet(
                $"/me/{path}",
                async (HttpContext http, Answers answers, MyProfile profile) =>
                    Versions.Show(http, answers, await profile.Load(http.RequestAborted) is { } member ? of(member) : null)
            )
            .As(Tag, $"getMy{name}", $"Your own {path}, with who sees it")
            .Gives<TInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        api.MapPut(
                $"/me/{path}",
                (TInput input, HttpContext http, Answers answers, MyProfile profile, TVerb verb) =>
                    Versions.Change(http, answers, input, () => Read(profile, of, http), i => run(verb, i, http.RequestAborted))
            )
            .As(Tag, $"putMy{name}", $"Write your {path} anew")
            .Gives<TInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
    }

    private static void Emptied<TInput, TVerb>(
        IEndpointRouteBuilder api,
        string path,
        string name,
        Func<Member, TInput> of,
        Func<TInput, TInput> emptied,
        Func<TVerb, TInput, CancellationToken, Task<Refusal?>> run
    )
        where TInput : ProfileInput
        where TVerb : class =>
        api.MapDelete(
                $"/me/{path}",
                (HttpContext http, Answers answers, MyProfile profile, TVerb verb) =>
                    Versions.Clear(http, answers, () => Read(profile, of, http), emptied, i => run(verb, i, http.RequestAborted))
            )
            .As(Tag, $"deleteMy{name}", $"Erase your {path}; who may see it stays chosen")
            .Produces(StatusCodes.Status204NoContent)
            .Changes()
            .Guarded();

    private static async Task<TInput?> Read<TInput>(MyProfile profile, Func<Member, TInput> of, HttpContext http)
        where TInput : ProfileInput => await profile.Load(http.RequestAborted) is { } member ? of(member) : null;

    private static async Task<IResult> ShowAudiences(HttpContext http, Answers answers, MyProfile profile, ChooseAudiences choose) =>
        Versions.Show(http, answers, await profile.Load(http.RequestAborted) is { } member ? choose.Of(member) : null);

    private static Task<IResult> ChangeAudiences(
        AudiencesInput input,
        HttpContext http,
        Answers answers,
        MyProfile profile,
        ChooseAudiences choose
    ) => Versions.Change(http, answers, input, () => Read(profile, choose.Of, http), i => choose.Run(i, http.RequestAborted));

    private static OfferInput WithoutOffer(OfferInput was) =>
        new()
        {
            OfferAudience = was.OfferAudience,
            LooksForAudience = was.LooksForAudience,
            AvailabilityAudience = was.AvailabilityAudience,
        };

    private static ReadingInput WithoutReading(ReadingInput was) =>
        new() { ReadsAudience = was.ReadsAudience, SectorsAudience = was.SectorsAudience };

    private static ContactInput WithoutContact(ContactInput was) =>
        new() { EmailAudience = was.EmailAudience, PhoneAudience = was.PhoneAudience };
}
