using System.Text.Json;
using System.Text.Json.Serialization;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Antiforgery;

namespace Kosmopolit.Platform.Api;

/// <summary>The interface for programs: the verbs of the pages, under <see cref="Root"/>.</summary>
public static class ApiRoom
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        // A body that cannot be read ends at the one boundary, which says so in the reader's language.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddScoped<Answers>();
        services.AddOpenApi("v1", ApiDocument.Describe);
        return services;
    }

    /// <summary>Lays the description of the interface and the group under which rooms put their verbs.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup(Root);
        api.MapGet("/form-token", FormToken)
            .WithName("getFormToken")
            .WithSummary("A token that goes with this session, for the header of every change")
            .WithTags("session")
            .Produces<FormToken>()
            .Refuses(StatusCodes.Status401Unauthorized);
        // A request delegate: the generator of endpoints would forget the pattern of a fallback.
        app.MapFallback("/api/{**path}", http => Nowhere(http.Request, http.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(http))
            .AllowAnonymous();
        return api;
    }

    // A verb with a body takes JSON alone; routing looks past it when something else is sent.
    private static IResult Nowhere(HttpRequest request, Texts t) =>
        ApiProblems.Of(
            request.ContentType is { Length: > 0 } && !request.HasJsonContentType()
                ? StatusCodes.Status415UnsupportedMediaType
                : StatusCodes.Status404NotFound,
            t
        );

    private static IResult FormToken(HttpContext http, IAntiforgery antiforgery) =>
        Results.Ok(new FormToken(ApiGate.Header, antiforgery.GetAndStoreTokens(http).RequestToken!));
}

/// <param name="Header">Name of the header to send it in.</param>
public sealed record FormToken(string Header, string Token);
