using Kosmopolit.Features.Knowledge;
using Kosmopolit.Platform.Geography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kosmopolit.Features.Countries.Copies;

/// <summary>A country, or a topic of it, as one file to take along.</summary>
public static class CopyDoor
{
    public static void MapCopies(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/countries/{code}/copy.html", (string code, HttpContext http, Atlas atlas) => Copy(code, null, http, atlas))
            .AllowAnonymous();
        routes
            .MapGet(
                "/countries/{code}/{topic}/copy.html",
                (string code, string topic, HttpContext http, Atlas atlas) => Copy(code, topic, http, atlas)
            )
            .AllowAnonymous();
    }

    private static IResult Copy(string code, string? topic, HttpContext http, Atlas atlas)
    {
        topic = topic?.ToLowerInvariant();
        if (atlas.Country(code) is not { } country || (topic is not null && !KnowledgeTopics.For(country.Alpha2).Contains(topic)))
            return Results.NotFound();
        var name = topic is null ? country.Alpha2.ToLowerInvariant() : $"{country.Alpha2.ToLowerInvariant()}-{topic}";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"kosmopolit-{name}.html",
        }.ToString();
        return new RazorComponentResult<CountryCopy>(new { Country = country, Topic = topic });
    }
}
