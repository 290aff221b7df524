using Kosmopolit.Features.Search.Index;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

[UsesDatabase]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("reindex")]
    [InlineData("account")]
    [InlineData("account", "make-operator")]
    [InlineData("account", "sign-in-code")]
    [InlineData("account", "list-operators")]
    public async Task Every_command_explains_itself(params string[] command)
    {
        var help = (await Typed.In(TemporaryFolders.New("help"), [.. command, "--help"])).Succeeded().Out;
        Assert.Contains("--data <DIR>", help, StringComparison.Ordinal);
        Assert.Contains(command[^1], help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sevre", "sevre")]
    [InlineData("--urs=http://127.0.0.1:0", "--urs")]
    [InlineData("export", "export")]
    [InlineData("backup", "backup")]
    [InlineData("doctor extra", "extra")]
    public async Task What_is_mistyped_is_named_on_one_line(string line, string named) =>
        (await Typed.In(TemporaryFolders.New("mistyped"), line.Split(' '))).Refused(named);

    /// <summary>As <c>bin/run</c> does, where a unit of work that belongs to nobody is refused.</summary>
    [Fact]
    public async Task Every_command_works_in_development_too()
    {
        await using var house = await House.Open(new Plan { Ready = false });
        var texts = Path.Combine(TemporaryFolders.New("texts"), "texts.jsonl");
        await File.WriteAllTextAsync(texts, "", TestContext.Current.CancellationToken);
        string[][] commands =
        [
            ["import", "articles", texts],
            ["import", "starter"],
            ["reindex"],
            ["account", "list-operators"],
            ["backup", Path.Combine(TemporaryFolders.New("backup"), "all.zip")],
        ];
        foreach (var command in commands)
            (await Typed.At(house, [.. command, "--environment", "Development"])).Succeeded();
    }

    [Fact]
    public async Task Reindexing_leaves_an_index_that_is_in_use_to_its_server()
    {
        await using var house = await House.Open(new Plan { Ready = false });
        Assert.Contains("made anew", (await Typed.At(house, "reindex")).Succeeded().Out, StringComparison.Ordinal);
        var folder = new IndexFolder(Path.Combine(house.Database.Folder, "index"));
        using var inUse = OpenIndex.Existing(folder.Newest()!);
        Assert.Contains("running server", (await Typed.At(house, "reindex")).Succeeded().Out, StringComparison.Ordinal);
        Assert.True(folder.RebuildWanted);
    }
}
