using System.Diagnostics;

namespace Kosmopolit.Tests.Commands;

/// <summary>The product as an operator starts it: a process of its own.</summary>
internal static class Started
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs until the process ends by itself.</summary>
    public static Task<(int Code, string Out, string Error)> ToItsEnd(
        string[] arguments,
        params (string Name, string Value)[] environment
    ) => Piped("", arguments, environment);

    /// <summary>The same, with something on its standard input.</summary>
    public static async Task<(int Code, string Out, string Error)> Piped(
        string input,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        using var process = Start(arguments, environment);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Kosmopolit"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
