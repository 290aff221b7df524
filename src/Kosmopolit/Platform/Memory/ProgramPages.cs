using System.Runtime.InteropServices;

namespace Kosmopolit.Platform.Memory;

/// <summary>
/// The pages of program files that the process has looked at. The runtime maps each library twice, as it lies on disk and as it
/// runs, and a start looks at much that is never looked at again; all of it counts as the process's own until somebody says
/// that it is not needed. What is looked at again is there at once: the file stays in the memory of the machine for as long as
/// nobody needs that room.
/// </summary>
/// <remarks>
/// Source: madvise(2) of Linux, MADV_DONTNEED. It throws away what was written, so only mappings that nobody writes to and
/// nobody ever wrote to are given back, and only those that stood at the same place a while before: the runtime maps a
/// library for a moment while it looks for its name.
/// </remarks>
internal static class ProgramPages
{
    private const int NotNeeded = 4;

    private const string Mappings = "/proc/self/smaps";

    private static readonly Advise? Call = Find();

    /// <summary>The program files that stand in memory as they lie on disk; none where the machine cannot be told.</summary>
    public static IReadOnlySet<Place> Look() => Clean().Select(m => m.Place).ToHashSet();

    /// <param name="before">What was seen a while ago: only what still stands at the same place is given back.</param>
    /// <returns>Bytes that were resident of what was given back.</returns>
    public static long GiveBack(IReadOnlySet<Place> before) =>
        Clean().Where(m => before.Contains(m.Place) && Call!(m.Place.Start, m.Place.Length, NotNeeded) == 0).Sum(m => m.Resident);

    // All at once: what is given back while the list is read would change it.
    private static List<Mapping> Clean() => Call is null ? [] : [.. Mapping.Read(File.ReadLines(Mappings)).Where(m => m.IsCleanProgram)];

    private static Advise? Find() =>
        OperatingSystem.IsLinux()
        && File.Exists(Mappings)
        && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "madvise", out var place)
            ? Marshal.GetDelegateForFunctionPointer<Advise>(place)
            : null;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Advise(nuint start, nuint length, int advice);
}
