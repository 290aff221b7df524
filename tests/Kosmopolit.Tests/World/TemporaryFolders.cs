namespace Kosmopolit.Tests.World;

/// <summary>Folders under the system's temporary one, removed when the test program ends.</summary>
public static class TemporaryFolders
{
    private static readonly string Root = Directory.CreateTempSubdirectory("kosmopolit-tests-").FullName;

    private static int _number;

    static TemporaryFolders() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(Root, recursive: true);
            }
            catch (IOException)
            {
                // A child process still writes; the system clears its temporary folder itself.
            }
        };

    public static string New(string purpose) =>
        Directory.CreateDirectory(Path.Combine(Root, $"{purpose}-{Interlocked.Increment(ref _number)}")).FullName;
}
