using Microsoft.Win32.SafeHandles;

namespace Kosmopolit.Features.Search.Index;

/// <summary>One file, and those of its pages that are in memory.</summary>
internal sealed class PagedFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly byte[]?[] _pages;
    private readonly Pages _memory;

    public PagedFile(string path, Pages memory)
    {
        _file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_file);
        _pages = new byte[]?[(Length + Pages.Size - 1) / Pages.Size];
        _memory = memory;
        Self = new(this);
    }

    /// <summary>Pages in memory are no reason to keep a file that was closed.</summary>
    public WeakReference<PagedFile> Self { get; }

    public long Length { get; }

    /// <exception cref="ObjectDisposedException">The index was closed meanwhile.</exception>
    public byte[] Read(int number)
    {
        if (Volatile.Read(ref _pages[number]) is { } known)
            return known;
        var place = (long)number * Pages.Size;
        var page = new byte[(int)Math.Min(Pages.Size, Length - place)];
        for (int read, at = 0; at < page.Length; at += read)
            if ((read = RandomAccess.Read(_file, page.AsSpan(at), place + at)) == 0)
                throw new EndOfStreamException("A file of the index has become shorter");
        Volatile.Write(ref _pages[number], page);
        _memory.Keep(this, number);
        return page;
    }

    public void Forget(int number) => Volatile.Write(ref _pages[number], null);

    public void Dispose() => _file.Dispose();
}

/// <summary>So many pages are kept in memory; the one that came first goes first.</summary>
internal sealed class Pages
{
    /// <summary>Bytes of a page: the postings of most words.</summary>
    public const int Size = 8192;

    /// <summary>Thirty-two megabytes.</summary>
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly (WeakReference<PagedFile> File, int Number)[] _kept = new (WeakReference<PagedFile>, int)[Most];
    private int _next;

    public void Keep(PagedFile file, int number)
    {
        lock (_gate)
        {
            if (_kept[_next] is ({ } first, var its) && first.TryGetTarget(out var old))
                old.Forget(its);
            _kept[_next] = (file.Self, number);
            _next = (_next + 1) % Most;
        }
    }
}
