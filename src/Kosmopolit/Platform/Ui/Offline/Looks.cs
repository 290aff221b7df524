using System.Text;

namespace Kosmopolit.Platform.Ui.Offline;

/// <summary>The styles of the site as one piece, for files that are opened without it.</summary>
public sealed class Looks(IWebHostEnvironment environment)
{
    private static readonly string[] Sheets = ["tokens", "base", "parts", "pages"];

    private readonly Lazy<string> _all = new(() =>
    {
        var all = new StringBuilder();
        foreach (var sheet in Sheets)
            using (var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo($"css/{sheet}.css").CreateReadStream()))
                all.AppendLine(reader.ReadToEnd());
        return all.ToString();
    });

    public string All => _all.Value;
}
