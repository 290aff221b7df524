namespace Kosmopolit.Bench.Running;

/// <summary>Where the repository lies, and folders that last as long as one run.</summary>
internal static class Workplace
{
    /// <summary>The folder that holds the solution.</summary>
    /// <exception cref="InvalidOperationException">The benchmark was started outside a clone.</exception>
    public static string Repository { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Published(string name) => Path.Combine(Repository, "artifacts", "bench", name);

    public static TemporaryFolder Temporary() => new(Directory.CreateTempSubdirectory("kosmopolit-bench-").FullName);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kosmopolit.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Run the benchmarks from a clone of the repository: they publish the product themselves.");
    }
}

internal sealed record TemporaryFolder(string Path) : IDisposable
{
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
