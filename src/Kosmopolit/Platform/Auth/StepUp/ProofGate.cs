using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kosmopolit.Platform.Auth.StepUp;

/// <summary>Leads whoever comes to a page that needs a proof, and has none, to the page that asks for it, and back.</summary>
public static class ProofGate
{
    /// <summary>How long a proof is believed.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<NeedsProofAttribute>() is null || IsProved(context))
        {
            await next(context);
            return;
        }
        var here = context.Request.Path + context.Request.QueryString;
        if (!HttpMethods.IsPost(context.Request.Method))
            context.Response.Redirect(InSameLanguage(context, ProofPath(here)));
        else if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            // A program asks; the page that it works for shows the way when it is loaded again.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await KeepForm(context, here);
    }

    /// <summary>Where the proof is asked for.</summary>
    /// <param name="next">Address inside the site to go on to.</param>
    public static string ProofPath(string next) => $"/me/prove?next={Uri.EscapeDataString(next)}";

    // The language that stands in an address goes along on the way.
    private static string InSameLanguage(HttpContext context, string path) =>
        context.Features.Get<LanguageChoice>() is { FromAddress: true } choice ? Links.With(path, choice.Language) : path;

    private static bool IsProved(HttpContext context) =>
        context.RequestServices.GetRequiredService<Me>() is not { IsSignedIn: true } me
        || me.HasProved(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    // The proof grew old between opening the form and sending it: what was written travels along, sealed.
    private static async Task KeepForm(HttpContext context, string here)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var kept = context.RequestServices.GetRequiredService<KeptForms>().Seal(here, form);
        context.Request.Method = HttpMethods.Get;
        var page = new RazorComponentResult<ProveFirstPage>(new Dictionary<string, object?> { ["Next"] = here, ["Kept"] = kept })
        {
            StatusCode = StatusCodes.Status403Forbidden,
        };
        await page.ExecuteAsync(context);
    }
}
