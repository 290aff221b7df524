using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>
/// A form whose anti-forgery token is missing or from another session is not carried out, and not thrown away either:
/// its content comes back in full view, with a fresh token, for its owner to send again.
/// </summary>
public static class StaleForm
{
    private static readonly HashSet<string> OwnFields = ["__RequestVerificationToken"];

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }
        // Reading the form anew must not trip over the failed validation.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var fields = form is null
            ? []
            : form.Where(f => !OwnFields.Contains(f.Key))
                .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))
                .ToList();
        context.Request.Method = HttpMethods.Get;
        var page = new RazorComponentResult<StaleFormPage>(
            new Dictionary<string, object?> { ["Action"] = context.Request.Path + context.Request.QueryString, ["Fields"] = fields }
        )
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
        await page.ExecuteAsync(context);
    }
}
