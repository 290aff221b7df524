namespace Kosmopolit.Platform.Data;

/// <summary>The folder that holds everything an installation must keep: database, index, files and keys.</summary>
public sealed class DataFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public static DataFolder Of(IConfiguration configuration) => new(configuration["Kosmopolit:Data"] ?? ".data");

    public string Database => System.IO.Path.Combine(Path, "kosmopolit.db");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Index => System.IO.Path.Combine(Path, "index");

    /// <summary>Makes the folder and proves that it can be written to.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be made or written to.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {Path} cannot be written to ({e.Message}). Make it writable, or choose another with --data DIR."
            );
        }
    }
}

/// <summary>The installation cannot start; the message is one line that says what is wrong and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
