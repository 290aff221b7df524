using Lucene.Net.Store;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Files of an index, read by place and without a lock. Lucene's own way asks the file system for the length of a file before it
/// reads a kilobyte; a search reads some hundred places, and most of its time went there.
/// </summary>
internal sealed class IndexFiles(string folder) : NIOFSDirectory(folder)
{
    /// <summary>Bytes read at once: the postings of most words.</summary>
    private const int AtOnce = 2048;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        var file = Named(name, context);
        return new Input(name, file, 0, file.Length, owns: true);
    }

    /// <summary>For files packed into one.</summary>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(name, Named(name, context));

    private IndexFile Named(string name, IOContext context)
    {
        EnsureOpen();
        // Whoever packs pieces reads each of them once, from its beginning to its end.
        return new IndexFile(Path.Combine(Directory.FullName, name), once: context.Context == IOContext.UsageContext.MERGE);
    }

    private sealed class Slicer(string name, IndexFile file) : IndexInputSlicer
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

    private sealed class Input(string name, IndexFile file, long start, long length, bool owns) : BufferedIndexInput(name, AtOnce)
    {
        private bool _owns = owns;

        public override long Length => length;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone._owns = false;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int count)
        {
            if (Position + count > length)
                throw new EndOfStreamException($"Read past the end of {this}");
            file.Read(start + Position, b.AsSpan(offset, count));
        }

        // Each read says where.
        protected override void SeekInternal(long pos) { }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _owns)
                file.Dispose();
        }
    }
}
