using System.Runtime.InteropServices;
using Kosmopolit.Platform.Memory;

namespace Kosmopolit.Tests.Platform.Memory;

public sealed class NativeHeapTests
{
    private const int Size = 8192;

    [Fact]
    public void What_was_freed_in_pieces_is_given_back_once()
    {
        var pieces = Enumerable.Range(0, 4096).Select(_ => Marshal.AllocHGlobal(Size)).ToList();
        foreach (var piece in pieces)
            Marshal.Copy(new byte[Size], 0, piece, Size);
        // The last one stays: it holds the end of the heap in its place.
        pieces[..^1].ForEach(Marshal.FreeHGlobal);
        // Only the GNU C library can be told.
        Assert.Equal(NativeLibrary.TryLoad("libc.so.6", out _), NativeHeap.GiveBack());
        Marshal.FreeHGlobal(pieces[^1]);
    }
}
