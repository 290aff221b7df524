using System.CommandLine;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Commands;

/// <summary>The commands an operator types. Without one, the product serves.</summary>
public static class CommandLine
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for database, index, files and keys (default: .data)",
        Recursive = true,
    };

    /// <returns>0 when it worked, 1 when the installation cannot do it; the reason stands on one line.</returns>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Kosmopolit: who knows the market you want to enter?") { Data };
        root.Add(Serve.Command());
        try
        {
            // Options alone mean serve, and are handed to the host as they are.
            var isCommand = args is [[not '-', ..], ..] || args.Any(a => a is "--help" or "-h" or "-?" or "--version");
            return isCommand ? await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }) : await Serve.Run(args);
        }
        catch (StartRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>Turns <c>--data DIR</c> into configuration.</summary>
    public static string[] WithData(ParseResult result, string[] rest) =>
        result.GetValue(Data) is { } folder ? [$"--Kosmopolit:Data={folder}", .. rest] : rest;
}
