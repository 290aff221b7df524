using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit import facts</c>: newer figures about countries, laid over those that ship with the product.</summary>
internal static class ImportingFacts
{
    private sealed record Read(IReadOnlyList<NewerCountry> Countries, IReadOnlyList<string> Problems, string Source, string Licence);

    public static Command Command()
    {
        var from = new Argument<string>("FOLDER_OR_FILE")
        {
            Description = "JSON in the form of factbook.json: one country a file, or a list of them",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Only look: show what would change, country by country" };
        var undo = new Option<bool>("--undo") { Description = "Take back the latest import of figures" };
        var source = new Option<string?>("--source") { Description = "Whom to name beside the figures, when the files do not say" };
        var licence = new Option<string?>("--licence") { Description = "How the figures may be used, when the files do not say" };
        var command = new Command("facts", "Newer figures about countries; the product shows them with source, date and licence")
        {
            from,
            dry,
            undo,
            source,
            licence,
        };
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = Workbench.Open(typed);
                var (output, newer) = (typed.InvocationConfiguration.Output, NewerFacts.In(bench.Folder));
                if (typed.GetValue(undo))
                    return await TakeBack(newer, output);
                var read = await All(typed.GetRequiredValue(from), typed.GetValue(source), typed.GetValue(licence), ct);
                var found = bench.Get<RefreshFacts>().Compare(read.Countries);
                await Tell(found, read.Problems, bench.Get<Atlas>(), output);
                if (found.Changes.Count == 0 || typed.GetValue(dry))
                {
                    await output.WriteLineAsync(found.Changes.Count == 0 ? "Nothing is new." : "Nothing was stored: it was only a look.");
                    return 0;
                }
                var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed.GetRequiredValue(from))));
                newer.Add(new FactsImport(name, read.Source, read.Licence, bench.Now, found.Kept(read.Countries)));
                await output.WriteLineAsync("Stored. The site shows them after its next start; --undo takes them back.");
                return 0;
            }
        );
        return command;
    }

    private static async Task<int> TakeBack(NewerFacts newer, TextWriter output)
    {
        if (newer.TakeBack() is not { } gone)
            throw new CommandRefusedException("No import of figures is left to take back.");
        await output.WriteLineAsync(
            $"Took back the figures of {gone.File} ({gone.Countries.Count} countries, {gone.Source}). The site shows the earlier ones after its next start."
        );
        return 0;
    }

    private static async Task<Read> All(string path, string? source, string? licence, CancellationToken ct)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new CommandRefusedException($"There is no file or folder {path}.");
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)] : [path];
        var (countries, problems) = (new List<NewerCountry>(), new List<string>());
        foreach (var file in files.Order(StringComparer.Ordinal))
            try
            {
                using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, ct));
                var (says, allows) = FactFile.Meta(json.RootElement);
                (source, licence) = (source ?? (says.Length > 0 ? says : null), licence ?? (allows.Length > 0 ? allows : null));
                foreach (var (country, problem) in FactFile.Read(json.RootElement))
                    if (country is not null)
                        countries.Add(country);
                    else
                        problems.Add($"{Path.GetFileName(file)}: {problem}");
            }
            catch (JsonException e)
            {
                problems.Add($"{Path.GetFileName(file)}: not JSON ({e.Message})");
            }
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(licence))
            throw new CommandRefusedException("Say whom to name and how the figures may be used: --source NAME --licence LICENCE.");
        return new Read(countries, problems, source, licence);
    }

    private static async Task Tell(FactChanges found, IReadOnlyList<string> problems, Atlas atlas, TextWriter output)
    {
        foreach (var country in found.Changes.GroupBy(c => c.Alpha2).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"{country.Key} {atlas.PlaceName(country.Key, "en")}");
            foreach (var change in country)
                await output.WriteLineAsync(
                    $"  {change.Figure}: {(change.Was is { } was ? Say(was.Value, was.Year) : "nothing")} → {Say(change.Is.Value, change.Is.Year)}"
                );
        }
        foreach (var problem in problems.Concat(found.Problems).Take(100))
            await output.WriteLineAsync($"left out: {problem}");
        await output.WriteLineAsync(
            $"{found.Changes.Count} figures of {found.Changes.DistinctBy(c => c.Alpha2).Count()} countries are new, {found.Same} the same, {found.Older} older than what is shown."
        );
    }

    private static string Say(decimal value, int? year) =>
        value.ToString("#,0.##", CultureInfo.InvariantCulture) + (year is { } y ? $" ({y.ToString(CultureInfo.InvariantCulture)})" : "");
}
