using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Files of an index, read by place and without a lock. Lucene's own way asks the file system for the length of a file before it
/// reads a kilobyte; a search reads some hundred places, and most of its time went there.
/// </summary>
internal sealed class IndexFiles(string folder) : NIOFSDirectory(folder)
{
    /// <summary>Bytes read at once: the postings of most words.</summary>
    private const int AtOnce = 4096;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new Input(Path.Combine(Directory.FullName, name));
    }

    private sealed class Input : BufferedIndexInput
    {
        private readonly SafeFileHandle _file;
        private readonly long _length;
        private bool _isClone;

        public Input(string path)
            : base(path, AtOnce)
        {
            _file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            _length = RandomAccess.GetLength(_file);
        }

        public override long Length => _length;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone._isClone = true;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var place = Position;
            if (place + length > _length)
                throw new EndOfStreamException($"Read past the end of {this}");
            while (length > 0)
            {
                var read = RandomAccess.Read(_file, b.AsSpan(offset, length), place);
                if (read == 0)
                    throw new EndOfStreamException($"{this} has become shorter");
                (place, offset, length) = (place + read, offset + read, length - read);
            }
        }

        // Each read says where.
        protected override void SeekInternal(long pos) { }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClone)
                _file.Dispose();
        }
    }
}
