using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kosmopolit.Features.Activities.Trips.Packs;

/// <summary>A trip as one file for the phone of one traveller.</summary>
public static class PackDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/trips/{id:guid}/pack.html", Pack);

    private static async Task<IResult> Pack(Guid id, HttpContext http, TripBook book)
    {
        if (await book.Of(id, http.RequestAborted) is not { } trip || !await book.TravelsAlong(trip.Activity, http.RequestAborted))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = "kosmopolit-trip.html",
        }.ToString();
        return new RazorComponentResult<TripPack>(new { Trip = trip });
    }
}
