using System.CommandLine;
using System.Data.Common;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Commands;

/// <summary>The commands an operator types. Without one, the product serves.</summary>
public static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder that holds database, index, files and keys (default: .data where you stand)",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Environment = new("--environment")
    {
        Description = "Production (default) or Development, which opens the demonstration in an empty database",
        HelpName = "NAME",
        Recursive = true,
    };

    private static readonly Option<string[]> Settings = new("--set")
    {
        Description = "A setting for this run, for instance Kosmopolit:Language=en; --Kosmopolit:Language=en means the same",
        HelpName = "NAME=VALUE",
        Recursive = true,
    };

    /// <returns>0 when it worked, 1 when it did not; the reason stands on one line of <paramref name="error"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        error ??= Console.Error;
        try
        {
            var root = Root();
            var typed = root.Parse(WithVerb(root, [.. args.SelectMany(AsSetting)]));
            if (typed.Errors is [var first, ..])
                throw new CommandRefusedException($"{first.Message} The commands and their options: --help.");
            var streams = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output ?? Console.Out,
                Error = error,
            };
            return await typed.InvokeAsync(streams);
        }
        catch (Exception e) when (Explain(e) is { } reason)
        {
            await error.WriteLineAsync(reason.ReplaceLineEndings(" "));
            return 1;
        }
    }

    /// <summary>What was typed, as settings that the site reads.</summary>
    public static string[] SettingsOf(ParseResult typed)
    {
        var settings = (typed.GetValue(Settings) ?? []).Select(s => $"--{s}").ToList();
        if (typed.GetValue(Data) is { } folder)
            settings.Add($"--Kosmopolit:Data={folder}");
        if (typed.GetValue(Environment) is { } environment)
            settings.Add($"--environment={environment}");
        return [.. settings];
    }

    private static RootCommand Root() =>
        new("Kosmopolit: who knows the market you want to enter? Without a command it serves.")
        {
            Data,
            Environment,
            Settings,
            Serve.Command(),
            Doctor.Command(),
            Backup.Command(),
            Restore.Command(),
            Importing.Command(),
            Reindexing.Command(),
            AccountCommands.Command(),
            NetworkCommands.Command(),
        };

    private static string[] WithVerb(RootCommand root, string[] args) =>
        args.Any(a => root.Subcommands.Any(c => c.Name == a) || a is "--help" or "-h" or "-?" or "/?" or "--version")
            ? args
            : ["serve", .. args];

    // Settings may be typed the way .NET's own command line takes them.
    private static string[] AsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        && argument[..at].Contains(':', StringComparison.Ordinal)
            ? ["--set", argument[2..]]
            : [argument];

    /// <summary>One line for what an operator can mend; null for a fault of the product, which must be seen in full.</summary>
    private static string? Explain(Exception e) =>
        e switch
        {
            StartRefusedException or CommandRefusedException => e.Message,
            IndexUnusableException unusable =>
                $"The search index folder {unusable.Folder} cannot be used ({e.Message}). Free space or make it writable, then try again.",
            DbException or TimeoutException =>
                $"The database does not answer as it should ({e.GetBaseException().Message}). The command doctor looks closer.",
            IOException or UnauthorizedAccessException => $"A file cannot be read or written ({e.Message}). Check rights and free space.",
            _ when e.InnerException is DbException inner => Explain(inner),
            _ => null,
        };
}

/// <summary>A command cannot do what was asked; the message is one line that says why and what to do.</summary>
public sealed class CommandRefusedException(string message) : Exception(message);
