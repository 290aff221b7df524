using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Where indexes lie: each in a folder of its own, named in the order of their making. A new one is made beside the old,
/// so that searching goes on and a process that dies midway loses nothing.
/// </summary>
public sealed class IndexFolder(string path)
{
    public string Path { get; } = path;

    /// <summary>Null for the file system.</summary>
    internal Disk? Disk { get; set; }

    private string Marker => System.IO.Path.Combine(Path, "rebuild-wanted");

    /// <summary>An operator asked for a rebuild, maybe from another process.</summary>
    public bool RebuildWanted => File.Exists(Marker);

    public void WantRebuild()
    {
        System.IO.Directory.CreateDirectory(Path);
        File.WriteAllText(Marker, "");
    }

    public void RebuildDone() => File.Delete(Marker);

    /// <summary>A fresh folder for the next index.</summary>
    public string Next()
    {
        var next = System.IO.Path.Combine(Path, $"index-{Guid.CreateVersion7():N}");
        System.IO.Directory.CreateDirectory(next);
        return next;
    }

    /// <summary>The newest index that was finished, or null.</summary>
    public string? Newest() => All().LastOrDefault(IsFinished);

    /// <summary>Removes every index but one; what another process still holds stays until the next time.</summary>
    public void RemoveAllBut(string? kept)
    {
        foreach (var folder in All().Where(f => f != kept))
        {
            try
            {
                System.IO.Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps open files; a search that is still running holds them a moment longer.
            }
        }
    }

    private IEnumerable<string> All() =>
        System.IO.Directory.Exists(Path) ? System.IO.Directory.EnumerateDirectories(Path, "index-*").Order(StringComparer.Ordinal) : [];

    private static bool IsFinished(string folder)
    {
        using var directory = new NIOFSDirectory(folder);
        return DirectoryReader.IndexExists(directory);
    }
}
