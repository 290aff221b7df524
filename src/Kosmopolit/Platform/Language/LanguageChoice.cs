using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Kosmopolit.Platform.Language;

/// <summary>
/// The language of this request. A visitor's choice lives in the address (<c>?lang=ar</c>) and follows every link:
/// no cookie is needed, and a link that is passed on opens in the same language.
/// </summary>
/// <param name="FromAddress">The address names the language, so links must carry it on.</param>
/// <param name="Unknown">The tag somebody asked for that the interface does not speak; null otherwise.</param>
public sealed record LanguageChoice(ReaderLanguage Language, bool FromAddress, string? Unknown)
{
    public const string Parameter = "lang";

    /// <summary>The claim that carries a signed-in person's own choice.</summary>
    public const string Claim = "lang";

    /// <summary>Setting that names the language for readers who ask for none that the interface speaks.</summary>
    public const string Setting = "Kosmopolit:Language";

    /// <param name="preset">The installation's own language, when its settings cannot be asked yet.</param>
    public static LanguageChoice Of(HttpRequest request, ReaderLanguage? preset = null)
    {
        var asked = request.Query[Parameter];
        // The newest wish that can be met: a link may have been put together twice.
        if (asked.Select(ReaderLanguage.Find).LastOrDefault(l => l is not null) is { } chosen)
            return new LanguageChoice(chosen, true, null);
        var own = ReaderLanguage.Find(request.HttpContext.User.FindFirst(Claim)?.Value);
        var language = own ?? FromBrowser(request.Headers.AcceptLanguage) ?? preset ?? Preset(request.HttpContext);
        return new LanguageChoice(language, false, asked.LastOrDefault(a => !string.IsNullOrWhiteSpace(a)));
    }

    private static ReaderLanguage Preset(HttpContext context) =>
        ReaderLanguage.Find(context.RequestServices.GetRequiredService<IConfiguration>()[Setting]) ?? ReaderLanguage.Swedish;

    private static ReaderLanguage? FromBrowser(StringValues header)
    {
        if (header.Count == 0 || !Microsoft.Net.Http.Headers.StringWithQualityHeaderValue.TryParseList(header!, out var wishes))
            return null;
        return wishes
            .Where(w => w.Quality is null or > 0)
            .OrderByDescending(w => w.Quality ?? 1)
            .Select(w => ReaderLanguage.Find(w.Value.ToString().Split('-')[0]))
            .FirstOrDefault(l => l is not null);
    }

    /// <summary>Finds the language before anything is said, and lets numbers and dates follow it.</summary>
    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        var choice = Of(context.Request);
        context.Features.Set(choice);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = choice.Language.Culture;
        context.Response.Headers.ContentLanguage = choice.Language.Tag;
        return next(context);
    }
}
