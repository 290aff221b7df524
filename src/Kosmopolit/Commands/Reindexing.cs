using System.CommandLine;
using Kosmopolit.Features.Search.Index;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit reindex</c>: makes the search index anew, here or in the server that holds it.</summary>
internal static class Reindexing
{
    public static Command Command()
    {
        var command = new Command("reindex", "Make the search index anew; a running server does it itself and goes on searching meanwhile");
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = await Workbench.WithDatabase(typed, ct);
                await typed.InvocationConfiguration.Output.WriteLineAsync(await bench.Get<Reindex>().Run(ct));
                return 0;
            }
        );
        return command;
    }
}
