using System.CommandLine;
using Kosmopolit.Commands.Checkup;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit doctor</c>: looks at everything that can be wrong with an installation, and changes nothing.</summary>
internal static class Doctor
{
    public static Command Command()
    {
        var command = new Command("doctor", "Say what is well and what is not, one line each; exit code 1 when something fails");
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = Workbench.Open(typed);
                var worst = Verdict.Ok;
                await foreach (var finding in Examine(bench, ct))
                {
                    await typed.InvocationConfiguration.Output.WriteLineAsync(finding.ToString().ReplaceLineEndings(" "));
                    worst = finding.Verdict > worst ? finding.Verdict : worst;
                }
                return worst == Verdict.Fail ? 1 : 0;
            }
        );
        return command;
    }

    private static async IAsyncEnumerable<Finding> Examine(
        Workbench bench,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        yield return GroundChecks.Folder(bench.Folder);
        yield return GroundChecks.Tables();
        var database = await DatabaseChecks.Reach(bench, ct);
        yield return database;
        // Without a database there is nothing further to ask it.
        if (database.Verdict != Verdict.Fail)
        {
            var shape = await DatabaseChecks.Shape(bench, ct);
            yield return shape;
            if (shape.Verdict == Verdict.Ok)
                foreach (
                    var check in (Func<Workbench, CancellationToken, Task<Finding>>[])
                        [
                            InstallationChecks.SetUp,
                            InstallationChecks.Operators,
                            IndexCheck.Run,
                            QueueChecks.Mails,
                            QueueChecks.SkippedEvents,
                        ]
                )
                    yield return await check(bench, ct);
        }
        yield return await PostCheck.Run(bench, ct);
    }
}
