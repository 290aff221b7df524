using System.Globalization;

namespace Kosmopolit.Platform.Memory;

/// <summary>A stretch of the process's addresses, as the kernel describes it.</summary>
/// <param name="Rights">Four signs: may be read, written, run; private or shared.</param>
/// <param name="File">The file it shows; empty for memory of its own.</param>
/// <param name="Resident">Bytes of it that lie in memory.</param>
/// <param name="Written">Bytes of it that were written to and therefore are no longer the file's, in memory or moved out of it.</param>
/// <remarks>Source: proc_pid_smaps(5) of Linux.</remarks>
internal sealed record Mapping(Place Place, string Rights, string File, long Resident, long Written)
{
    /// <summary>Whether all of it is as it lies in the file of a program, and nobody can change that.</summary>
    public bool IsCleanProgram => Written == 0 && !Rights.Contains('w', StringComparison.Ordinal) && IsProgram(File);

    /// <param name="lines">Of <c>smaps</c>: one that names the stretch, and then one for each figure.</param>
    public static IEnumerable<Mapping> Read(IEnumerable<string> lines)
    {
        Mapping? now = null;
        foreach (var line in lines)
            if (Head(line) is { } next)
            {
                if (now is not null)
                    yield return now;
                now = next;
            }
            else
                now = now?.With(line);
        if (now is not null)
            yield return now;
    }

    private static bool IsProgram(string file) =>
        file.StartsWith('/')
        && Path.GetFileName(file.AsSpan()) is var name
        && (
            name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".so", StringComparison.Ordinal)
            || name.Contains(".so.", StringComparison.Ordinal)
        );

    // "7f00-7f80 r-xp 00001000 fe:00 332392      /usr/lib/libc.so.6", where the figures say "Rss:    12 kB".
    private static Mapping? Head(string line)
    {
        var parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        return
            parts.Length >= 5
            && parts[0].Split('-') is [var from, var to]
            && nuint.TryParse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start)
            && nuint.TryParse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var end)
            ? new(new(start, end - start), parts[1], parts.ElementAtOrDefault(5) ?? "", 0, 0)
            : null;
    }

    private Mapping With(string figure) =>
        figure.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var size, "kB"]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes)
            ? name switch
            {
                "Rss:" => this with { Resident = kilobytes * 1024 },
                "Anonymous:" or "Swap:" => this with { Written = Written + kilobytes * 1024 },
                _ => this,
            }
            : this;
}

/// <summary>Where a stretch lies, in bytes.</summary>
internal readonly record struct Place(nuint Start, nuint Length);
