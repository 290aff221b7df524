using Kosmopolit.Tests.Architecture.Source;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>The reviewed table: who gets which answer where. A change of it is a decision about rights.</summary>
internal static class EndpointTable
{
    private const string Reviewed = "tests/Kosmopolit.Tests/Architecture/Endpoints/endpoints.tsv";

    public static IReadOnlyList<string> Read() =>
        [.. SourceTree.Read(Reviewed).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    /// <summary>What the sweep found otherwise than the table says.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<string> table, IReadOnlyList<string> swept) =>
        swept
            .Except(table)
            .Select(l => $"found, not in the table:  {l}")
            .Concat(table.Except(swept).Select(l => $"in the table, not found:  {l}"))
            .Order(StringComparer.Ordinal);

    /// <summary>Leaves what was found beside the test results, for a person to compare and, if it is right, to copy.</summary>
    public static void Leave(IReadOnlyList<string> swept)
    {
        var folder = Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "tests"));
        File.WriteAllText(Path.Combine(folder.FullName, "endpoints.tsv"), string.Join('\n', [Sweep.Head, .. swept]) + "\n");
    }
}
