using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>
/// A form whose anti-forgery token is missing or from another session is not carried out, and not thrown away either:
/// its content comes back in full view, with a fresh token, for its owner to send again. A form that its page does not have any
/// more was mostly sent twice, or somebody else was faster: its content is shown beside the way to the page.
/// </summary>
public static class StaleForm
{
    private static readonly HashSet<string> OwnFields = ["__RequestVerificationToken"];

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await CarryOut(context, next);
            return;
        }
        // Reading the form anew must not trip over the failed validation.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var fields = await Read(context);
        context.Request.Method = HttpMethods.Get;
        var page = new RazorComponentResult<StaleFormPage>(
            new Dictionary<string, object?> { ["Action"] = context.Request.Path + context.Request.QueryString, ["Fields"] = fields }
        )
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
        await page.ExecuteAsync(context);
    }

    private static async Task CarryOut(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }
        // PostgreSQL cannot hold the sign NUL, and no keyboard writes it.
        if (context.Request.HasFormContentType && (await Read(context)).Exists(f => f.Value.Contains('\0', StringComparison.Ordinal)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await Answer(context, next);
        // A form that the page does not have is refused with an empty text. When that is because the page is not there,
        // or leads elsewhere by now, that is the answer; otherwise make room for the page that says so.
        if (context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
            return;
        context.Response.ContentType = null;
        if (context.Features.Get<NotThere>() is not null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (context.Response.Headers.Location.Count > 0)
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
        else if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            await Vanished(context);
    }

    // In Development the framework tells the developer what is wrong with a form, in the answer itself; nobody else should read it.
    private static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (!context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await next(context);
            return;
        }
        var (body, held) = (context.Response.Body, new MemoryStream());
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest && !context.Response.HasStarted)
            return;
        held.Position = 0;
        await held.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task Vanished(HttpContext context)
    {
        var fields = await Read(context);
        context.Request.Method = HttpMethods.Get;
        var page = new RazorComponentResult<VanishedFormPage>(
            new Dictionary<string, object?> { ["Page"] = context.Request.Path + context.Request.QueryString, ["Fields"] = fields }
        )
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
        context.Response.Headers.Remove("blazor-enhanced-nav");
        // The page that did not know the form has been drawn with these services already, and they draw one page only.
        var outer = context.RequestServices;
        await using var scope = outer.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    private static async Task<List<KeyValuePair<string, string>>> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return [];
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return
            [
                .. form.Where(f => !OwnFields.Contains(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))),
            ];
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // Cut off, or not put together as it says it is.
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}

/// <summary>Stands on a request whose page said that it does not exist.</summary>
public sealed record NotThere;
