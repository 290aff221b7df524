using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features.Authentication;
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

    private const int LongWish = 100;
    private const int MostWishes = 300;

    // What browsers ask for, as they write it: most of them say the same few things, on every click.
    private static readonly ConcurrentDictionary<string, ReaderLanguage?> Wishes = new();

    /// <param name="preset">The installation's own language, when its settings cannot be asked yet.</param>
    public static LanguageChoice Of(HttpRequest request, ReaderLanguage? preset = null)
    {
        var asked = request.QueryString.HasValue ? request.Query[Parameter] : StringValues.Empty;
        // The newest wish that can be met: a link may have been put together twice.
        if (asked.Count > 0 && asked.Select(ReaderLanguage.Find).LastOrDefault(l => l is not null) is { } chosen)
            return new LanguageChoice(chosen, true, null);
        // Asked of the feature, or every visitor's kept page would be given a person who is nobody.
        var own = ReaderLanguage.Find(request.HttpContext.Features.Get<IHttpAuthenticationFeature>()?.User?.FindFirst(Claim)?.Value);
        var language = own ?? FromBrowser(request.Headers.AcceptLanguage) ?? preset ?? Preset(request.HttpContext);
        return new LanguageChoice(language, false, asked.Count == 0 ? null : asked.LastOrDefault(a => !string.IsNullOrWhiteSpace(a)));
    }

    private static ReaderLanguage Preset(HttpContext context) =>
        ReaderLanguage.Find(context.RequestServices.GetRequiredService<IConfiguration>()[Setting]) ?? ReaderLanguage.Swedish;

    private static ReaderLanguage? FromBrowser(StringValues header)
    {
        if (header.Count == 0)
            return null;
        if (header.Count > 1 || header[0] is not { Length: <= LongWish } wish)
            return Read(header);
        if (Wishes.TryGetValue(wish, out var known))
            return known;
        var read = Read(header);
        if (Wishes.Count < MostWishes)
            Wishes[wish] = read;
        return read;
    }

    private static ReaderLanguage? Read(StringValues header)
    {
        if (!Microsoft.Net.Http.Headers.StringWithQualityHeaderValue.TryParseList(header!, out var wishes))
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
