using System.Runtime.InteropServices;

namespace Kosmopolit.Platform.Memory;

/// <summary>
/// The memory of what is not written in C#: the runtime, the database, pictures. Its allocator keeps what was freed, in
/// pieces, for each thread that ever asked.
/// </summary>
/// <remarks>Source: malloc_trim(3) of the GNU C library; other libraries have no such call, and give back by themselves or not at all.</remarks>
internal static class NativeHeap
{
    private static readonly Trim? Call = Find();

    /// <summary>Gives free pages back to the machine.</summary>
    /// <returns>Whether any were given.</returns>
    public static bool GiveBack() => Call is { } trim && trim(0) != 0;

    private static Trim? Find() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "malloc_trim", out var place)
            ? Marshal.GetDelegateForFunctionPointer<Trim>(place)
            : null;

    /// <param name="keep">Bytes to leave at the end of the heap.</param>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Trim(nuint keep);
}
