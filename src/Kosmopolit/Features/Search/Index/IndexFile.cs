using Microsoft.Win32.SafeHandles;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// A file of an index, which is written once and then read. A small one is taken into memory: asking the kernel for a place of it costs
/// more than what is then done with it. A large one is left to the kernel, which may forget what nobody asks for.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private const long Small = 4 << 20;

    private readonly SafeFileHandle _file;
    private readonly byte[] _whole = [];

    /// <param name="once">Whether it is read once, from place to place: memory for it would be wasted.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public IndexFile(string path, bool once)
    {
        _file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_file);
        if (once || Length > Small)
            return;
        var whole = GC.AllocateUninitializedArray<byte>((int)Length);
        Read(0, whole);
        _whole = whole;
        _file.Dispose();
    }

    public long Length { get; }

    /// <exception cref="EndOfStreamException">The file ends before that.</exception>
    public void Read(long place, Span<byte> into)
    {
        if (place + into.Length > Length)
            throw new EndOfStreamException("Read past the end of a file of the index");
        if (_whole.Length > 0)
        {
            _whole.AsSpan((int)place, into.Length).CopyTo(into);
            return;
        }
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(_file, into, place);
            if (read == 0)
                throw new EndOfStreamException("A file of the index has become shorter");
            place += read;
            into = into[read..];
        }
    }

    public void Dispose() => _file.Dispose();
}
