using System.CommandLine;
using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Starter;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit import</c>: brings texts from elsewhere, with their licences, and the texts that ship with the product.</summary>
internal static class Importing
{
    public static Command Command() =>
        new("import", "Bring in texts for the knowledge bank, newer figures about countries, or an answer by mail")
        {
            Articles(),
            ImportingFacts.Command(),
            Starter(),
            Mail(),
        };

    private static Command Articles()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "JSON lines: id, iso2, lang, kind, title, text, source, url, licence, attribution, asOf",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Only look, and say what is wrong" };
        var undo = new Option<bool>("--undo") { Description = "Take back what the latest import of this file brought" };
        var command = new Command("articles", "Texts from a file; run it again after a stop and it goes on") { file, dry, undo };
        command.SetAction(
            async (typed, ct) =>
            {
                var output = typed.InvocationConfiguration.Output;
                var source = typed.GetValue(file)!;
                await using var bench = await Workbench.WithDatabase(typed, ct);
                if (typed.GetValue(undo))
                    return await TakeBack(bench.Get<ImportArticles>(), source.Name, output, ct);
                if (!source.Exists)
                    throw new CommandRefusedException($"There is no file {source.FullName}.");
                var done = await bench
                    .Get<ImportArticles>()
                    .Run(
                        source.Name,
                        File.ReadLinesAsync(source.FullName, ct),
                        typed.GetValue(dry),
                        p => output.WriteLine($"{p.Lines} lines, {p.Added} texts"),
                        ct
                    );
                foreach (var problem in done.Problems.Take(100))
                    await output.WriteLineAsync($"left out: {problem}");
                await output.WriteLineAsync(
                    $"{(typed.GetValue(dry) ? "Would bring" : "Brought")} {done.Added} texts of {done.Lines} lines; {done.Known} were there already, {done.Problems.Count} left out."
                );
                return 0;
            }
        );
        return command;
    }

    private static async Task<int> TakeBack(ImportArticles import, string file, TextWriter output, CancellationToken ct)
    {
        if (await import.Undo(file, ct) is not { } result)
            throw new CommandRefusedException($"No import of {file} is left to take back.");
        await output.WriteLineAsync($"Took back {result.Gone} texts; {result.Kept} stay because somebody changed them or speaks for them.");
        return 0;
    }

    // A mail server's pipe: anything but 0 makes it return the mail to its sender, so only a fault of ours does.
    private static Command Mail()
    {
        var command = new Command("mail", "One mail from standard input: an answer that somebody sent by replying");
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = await Workbench.WithDatabase(typed, ct);
                await using var input = Console.OpenStandardInput();
                var mail = await Mailbox.ReadPiped(input, ct);
                var reception = mail is null ? Reception.Ignored : await bench.With<ReceiveReply, Reception>(r => r.Run(mail, ct));
                await typed.InvocationConfiguration.Output.WriteLineAsync($"{reception}");
                return 0;
            }
        );
        return command;
    }

    private static Command Starter()
    {
        var command = new Command("starter", "The texts that ship with the product; those that are there already stay as people made them");
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = await Workbench.WithDatabase(typed, ct);
                var added = await bench.Get<PlantStarter>().Add(ct);
                await bench.Get<KosmopolitDb>().SaveChangesAsync(ct);
                await typed.InvocationConfiguration.Output.WriteLineAsync($"Added {added} texts.");
                return 0;
            }
        );
        return command;
    }
}
