using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Ui;

/// <summary>Rewrites the address of the page that is being shown.</summary>
public static class Addresses
{
    /// <summary>This very page in another language, everything else in the address kept.</summary>
    public static string InLanguage(HttpRequest request, ReaderLanguage language) => With(request, LanguageChoice.Parameter, language.Tag);

    /// <summary>This very page with one query value set, or removed when <paramref name="value"/> is null.</summary>
    public static string With(HttpRequest request, string key, string? value)
    {
        var rest = request.Query.Where(q => q.Key != key).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var query = QueryString.Create(value is null ? rest : rest.Append(KeyValuePair.Create<string, string?>(key, value)));
        return request.Path.ToUriComponent() + query.ToUriComponent();
    }

    /// <summary>A path with its query, without one of the query's keys.</summary>
    public static string Without(string address, string key)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        if (at < 0)
            return address;
        var rest = Microsoft
            .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[at..])
            .Where(q => q.Key != key)
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return address[..at] + QueryString.Create(rest).ToUriComponent();
    }
}
