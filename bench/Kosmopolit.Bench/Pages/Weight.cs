using System.Text.RegularExpressions;
using Kosmopolit.Bench.Running;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Bench.Pages;

/// <summary>
/// What a browser with an empty cache transfers for a page: the page, its styles, scripts with what they import, icon and
/// manifest, compressed as served, headers included. kB are 1000 bytes.
/// </summary>
internal sealed partial class Weight(Server server)
{
    private static readonly string[] Pages =
    [
        "/",
        "/countries",
        "/countries/vn/culture",
        "/people",
        "/firms",
        "/networks",
        "/networks/ovre-norrland",
        "/search",
        "/search?q=vem%20kan%20Iran",
        "/search?q=zzzz",
        "/sign-in",
        "/about",
        "/privacy",
        "/accessibility",
        "/nowhere",
    ];

    private readonly Dictionary<string, int> _assets = [];

    public async Task Run(Report report)
    {
        var pages = await Heaviest(Pages);
        var countries = await Heaviest([.. new Atlas().Countries.Select(c => $"/countries/{c.Alpha2.ToLowerInvariant()}")]);
        var heavier = pages.Bytes > countries.Bytes ? pages : countries;
        report.Add(new($"first view of the heaviest page ({heavier.Path})", heavier.Bytes / 1e3, "kB", Goal.NoMore(100)));
        report.Add(new($"first view of the heaviest country ({countries.Path})", countries.Bytes / 1e3, "kB", Goal.NoMore(40)));
        report.Add(new("of which styles, scripts and pictures", _assets.Values.Sum() / 1e3, "kB"));
    }

    /// <summary>One page in its heaviest language.</summary>
    public async Task Of(Report report, string measure, string path, double goal)
    {
        var (heaviest, bytes) = await Heaviest([path]);
        report.Add(new($"{measure} ({heaviest})", bytes / 1e3, "kB", Goal.NoMore(goal)));
    }

    private async Task<(string Path, int Bytes)> Heaviest(IReadOnlyList<string> paths)
    {
        var all = new List<(string, int Bytes)>();
        foreach (var path in paths)
        foreach (var language in ReaderLanguage.All)
            all.Add(await Of($"{path}{(path.Contains('?') ? '&' : '?')}lang={language.Tag}"));
        return all.MaxBy(p => p.Bytes);
    }

    private async Task<(string, int)> Of(string path)
    {
        var page = await RawAnswer.Get(server.Port, path);
        var parts = Parts()
            .Matches(page.Text())
            .Select(m => m.Groups["path"].Value)
            .Where(p => !p.EndsWith(".html", StringComparison.Ordinal))
            .Distinct();
        var sum = page.Size;
        foreach (var part in parts)
            sum += await Asset(part);
        return (path, sum);
    }

    private async Task<int> Asset(string path)
    {
        if (_assets.TryGetValue(path, out var known))
            return known;
        var asset = await RawAnswer.Get(server.Port, path);
        // A part that the browser is sent for in vain weighs nothing but is a fault of the page; tests look for those.
        var size = _assets[path] = asset.Size;
        var imports = path.EndsWith(".js", StringComparison.Ordinal)
            ? Imports().Matches(asset.Text()).Select(m => m.Groups["path"].Value)
            : [];
        foreach (var import in imports)
            size += await Asset(new Uri(new Uri(server.Address, path), import).AbsolutePath);
        return size;
    }

    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon|manifest)"[^>]*? href|script[^>]*? src|img[^>]*? src)="(?<path>/[^"]+)"[^>]*>""")]
    private static partial Regex Parts();

    [GeneratedRegex("""(?:from|import)\s*\(?\s*["'](?<path>\.[^"']+)["']""")]
    private static partial Regex Imports();
}
