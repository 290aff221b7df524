using System.Diagnostics;
using System.Text.Json;

namespace Kosmopolit.Browser;

/// <summary>The served HTML of every page in every language, judged by html-validate's standard rules.</summary>
public sealed class ValidityTests(Browsing browsing)
{
    [Fact]
    public async Task Every_page_is_valid_html_in_every_language()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("kosmopolit-html-").FullName;
        using var http = new HttpClient { BaseAddress = new Uri(browsing.Address) };
        foreach (var place in browsing.Places)
        foreach (var language in new[] { "sv", "en", "ar" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, place.In(language));
            if (place.Who is not null)
                request.Headers.Add("Cookie", await Cookies(place.Who));
            var answer = await http.SendAsync(request, ct);
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{place.Name}-{language}.html"),
                await answer.Content.ReadAsStringAsync(ct),
                ct
            );
        }
        File.Copy(Path.Combine(Folders.Root, "tests/Kosmopolit.Browser/.htmlvalidate.json"), Path.Combine(folder, ".htmlvalidate.json"));
        var (code, said) = await Run(
            "node",
            [Path.Combine(Folders.NodeModules, "html-validate/bin/html-validate.mjs"), "--formatter", "text", folder]
        );
        Directory.Delete(folder, recursive: true);
        Assert.True(code == 0, said);
    }

    private async Task<string> Cookies(string who)
    {
        using var state = JsonDocument.Parse(await browsing.Session(who));
        var cookies = state.RootElement.GetProperty("cookies").EnumerateArray();
        return string.Join("; ", cookies.Select(c => $"{c.GetProperty("name").GetString()}={c.GetProperty("value").GetString()}"));
    }

    private static async Task<(int Code, string Said)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await errors);
    }
}
