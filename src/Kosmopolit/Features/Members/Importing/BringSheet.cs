using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>What its columns mean and how its letters are stored, as somebody says.</summary>
public sealed class MatchInput
{
    /// <summary>Meanings by the column's place, from 0.</summary>
    public Dictionary<int, SheetColumn>? Columns { get; set; }

    public bool HasHeadings { get; set; }

    public string? Letters { get; set; }
}

/// <summary>Takes a file in to be looked at, lets its columns be matched, or throws it away. Nobody hears of it yet.</summary>
public sealed class BringSheet(KosmopolitDb db, Me me, ImportReading reading, TimeProvider clock)
{
    private const int MostColumns = 40;

    /// <returns>The import's key.</returns>
    public async Task<(Guid? Import, Refusal? Refusal)> Run(Network network, IFormFile? file, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanRun(network))
            return (null, new Refusal("Only those who run the network import a list."));
        if (file is null || file.Length == 0)
            return (null, new Refusal("Choose a file."));
        if (file.Length > SheetReader.MostBytes)
            return (null, new Refusal("The file is too large. At most {0} megabytes, please.", null, SheetReader.MostBytes / 1_000_000));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        if (SheetReader.Read(content, null).Refusal is { } refusal && refusal.Text != SheetLetters.Unreadable.Text)
            return (null, refusal);
        var import = new Import(network.Id, account, NameOf(file.FileName), reading.Seal(content), clock.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return (import.Id, null);
    }

    public async Task Match(Import import, MatchInput input, CancellationToken ct = default)
    {
        var columns = Enumerable
            .Range(0, Math.Min(MostColumns, input.Columns?.Count ?? 0))
            .Select(i => input.Columns!.GetValueOrDefault(i));
        var letters = SheetLetters.Known.Contains(input.Letters) ? input.Letters! : "";
        import.ReadAs(letters, string.Join(',', columns.Select(c => (int)c)), input.HasHeadings);
        await Store(ct);
    }

    public async Task ThrowAway(Import import, CancellationToken ct = default)
    {
        import.Forget();
        await Store(ct);
    }

    // Two windows: the page that comes next shows what holds.
    private async Task Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private static string NameOf(string path)
    {
        var name = PlainText.Clean(path.Split('/', '\\')[^1]);
        return name.Length > 100 ? name[^100..] : name;
    }
}
