namespace Kosmopolit.Tests.Architecture.Source;

/// <summary>The repository's own files, wherever the tests were started from.</summary>
public static class SourceTree
{
    private static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", "Migrations", "TestResults"];

    /// <summary>The repository's root.</summary>
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<SourceFile> Product = Under("src/Kosmopolit", ".cs", ".razor", ".js", ".css");

    public static readonly IReadOnlyList<SourceFile> Tests = Under("tests", ".cs");

    public static SourceFile Read(string path) => new(path, File.ReadAllText(Path.Combine(Root, path)));

    private static List<SourceFile> Under(string folder, params string[] endings) =>
        Walk(Path.Combine(Root, folder))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToList();

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kosmopolit.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must lie inside the repository.");
    }
}
