using Lucene.Net.Store;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Files of an index, read by pages that searches share. Lucene's own way keeps a buffer for every word of every question and
/// asks the file system for the length of a file before it fills one; most of a search went there.
/// </summary>
internal sealed class IndexFiles(string folder) : NIOFSDirectory(folder)
{
    private readonly Pages _pages = new();

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        // Whoever packs an index reads each file once, from end to end.
        if (context.Context == IOContext.UsageContext.MERGE)
            return base.OpenInput(name, context);
        var file = Handle(name);
        return new Input(name, file, 0, file.Length, owns: true);
    }

    /// <summary>For files packed into one.</summary>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) =>
        context.Context == IOContext.UsageContext.MERGE ? base.CreateSlicer(name, context) : new Slicer(name, Handle(name));

    private PagedFile Handle(string name)
    {
        EnsureOpen();
        return new PagedFile(Path.Combine(Directory.FullName, name), _pages);
    }

    private sealed class Slicer(string name, PagedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new Input($"{name} ({sliceDescription})", file, offset, length, owns: false);

        [Obsolete("Lucene's own, for an old format.")]
        public override IndexInput OpenFullSlice() => OpenSlice("full", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }

    private sealed class Input(string name, PagedFile file, long start, long length, bool owns) : IndexInput(name)
    {
        private bool _owns = owns;
        private byte[] _page = [];

        // Of the page in the file, and within the page.
        private long _from;
        private int _at;

        public override long Length => length;

        public override long Position => _from + _at - (_page.Length == 0 ? 0 : start);

        public override byte ReadByte()
        {
            if (_at == _page.Length)
                Turn(Position);
            return _page[_at++];
        }

        public override void ReadBytes(byte[] b, int offset, int len)
        {
            while (len > 0)
            {
                if (_at == _page.Length)
                    Turn(Position);
                var some = Math.Min(len, _page.Length - _at);
                Buffer.BlockCopy(_page, _at, b, offset, some);
                (_at, offset, len) = (_at + some, offset + some, len - some);
            }
        }

        public override void Seek(long pos)
        {
            var within = pos + start - _from;
            if (_page.Length > 0 && within >= 0 && within < _page.Length)
                _at = (int)within;
            else
                (_page, _from, _at) = ([], pos, 0);
        }

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone._owns = false;
            return clone;
        }

        private void Turn(long place)
        {
            if (place >= length)
                throw new EndOfStreamException($"Read past the end of {this}");
            var number = (int)((start + place) / Pages.Size);
            (_page, _from) = (file.Read(number), (long)number * Pages.Size);
            _at = (int)(start + place - _from);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _owns)
                file.Dispose();
        }
    }
}
