using System.Globalization;
using System.Text.RegularExpressions;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>Every line of curl in docs/api.md is carried out, and answers with the status that stands behind it.</summary>
[UsesDatabase]
public sealed partial class DocumentedTests(Village village) : IClassFixture<Village>
{
    private const string Email = "doris@example.org";

    [Fact]
    public async Task Every_example_works_as_it_is_written()
    {
        await village.Settle(Email, "Doris", village.Home);
        using var member = await ApiClient.Of(village.House, Email);
        using var visitor = new ApiClient(village.House);
        var examples = Written().ToList();
        Assert.True(examples.Count >= 9, "The examples are gone.");
        var mistakes = new List<string>();
        foreach (var line in examples)
        {
            var curl = Curl.Read(line);
            var reply = await (curl.IsSignedIn ? member : visitor).Send(curl.Method, curl.Path, curl.Body, curl.Match, curl.Type);
            if (reply.Status != curl.Status)
                mistakes.Add($"{reply.Status} instead of {curl.Status}: {line}\n{reply.Text}");
        }
        Found.Nothing(mistakes);
    }

    private static IEnumerable<string> Written() =>
        SourceTree.Read("docs/api.md").Text.Split('\n').Where(l => l.StartsWith("curl ", StringComparison.Ordinal));

    private sealed record Curl(string Method, string Path, string? Body, string? Match, string Type, bool IsSignedIn, int Status)
    {
        public static Curl Read(string line)
        {
            var headers = Headers().Matches(line).Select(m => m.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)).ToList();
            string? Header(string name) =>
                headers.FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();
            return new Curl(
                Methods().Match(line) is { Success: true } method ? method.Groups[1].Value : "GET",
                Addresses().Match(line).Groups[1].Value,
                Bodies().Match(line) is { Success: true } body ? body.Groups[1].Value : null,
                Header("If-Match"),
                Header("Content-Type") ?? "application/json",
                Header("Authorization") is not null,
                int.Parse(Statuses().Match(line).Groups[1].Value, CultureInfo.InvariantCulture)
            );
        }
    }

    [GeneratedRegex(@"-X (\w+)")]
    private static partial Regex Methods();

    [GeneratedRegex("-H \"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Headers();

    [GeneratedRegex("-d '([^']*)'")]
    private static partial Regex Bodies();

    [GeneratedRegex("\\$SITE/api/v1([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"# (\d{3})$")]
    private static partial Regex Statuses();
}
