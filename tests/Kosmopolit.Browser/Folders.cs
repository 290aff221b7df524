using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Places in the repository that the tests use.</summary>
public static class Folders
{
    public static readonly string Root = Find();

    public static string Product => Path.Combine(Root, "src/Kosmopolit/bin/Debug/net10.0/Kosmopolit.dll");

    public static string NodeModules => Path.Combine(Root, "tests/Kosmopolit.Browser/node_modules");

    /// <summary>
    /// Keeps a picture of the whole page in <c>artifacts/screenshots</c> for somebody to look at. Pictures take long, so they
    /// are made only when <c>KOSMOPOLIT_PICTURES</c> is set.
    /// </summary>
    public static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KOSMOPOLIT_PICTURES") is not { Length: > 0 })
            return;
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts/screenshots")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kosmopolit.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        return folder.FullName;
    }
}
