namespace Kosmopolit.Browser;

/// <summary>Places in the repository that the tests use.</summary>
public static class Folders
{
    public static readonly string Root = Find();

    public static string Product => Path.Combine(Root, "src/Kosmopolit/bin/Debug/net10.0/Kosmopolit.dll");

    public static string NodeModules => Path.Combine(Root, "tests/Kosmopolit.Browser/node_modules");

    /// <summary>Build output: pictures to look at, never committed.</summary>
    public static string Screenshots => Directory.CreateDirectory(Path.Combine(Root, "artifacts/screenshots")).FullName;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kosmopolit.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        return folder.FullName;
    }
}
