using Kosmopolit.Commands;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>A command as an operator types it beside a house, run in this process.</summary>
internal sealed record Typed(int Code, string Out, string Error)
{
    /// <summary>With the house's own folder and database.</summary>
    public static Task<Typed> At(House house, params string[] arguments) => Run([.. arguments, .. Place(house)]);

    /// <summary>With nothing but the given arguments, and a folder of one's own.</summary>
    public static Task<Typed> In(string folder, params string[] arguments) => Run([.. arguments, "--data", folder]);

    public Typed Succeeded()
    {
        Assert.True(Code == 0, $"{Code}: {Error}{Out}");
        Assert.Equal("", Error);
        return this;
    }

    /// <summary>Ended with 1 and one line that mentions this.</summary>
    public Typed Refused(string mentions)
    {
        Assert.Equal(1, Code);
        Assert.Equal("", Out);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(mentions, line, StringComparison.Ordinal);
        return this;
    }

    private static async Task<Typed> Run(string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.Run(arguments, output, error);
        return new Typed(code, output.ToString(), error.ToString());
    }

    private static IEnumerable<string> Place(House house)
    {
        yield return $"--data={house.Database.Folder}";
        if (house.Database.Postgres is { } postgres)
            yield return $"--ConnectionStrings:Postgres={postgres}";
    }
}
