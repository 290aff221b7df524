using Lucene.Net.Store;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A disk on which a given number of files can still be written; then it is full, or the power is gone.</summary>
public sealed class FailingDisk(string folder) : FilterDirectory(new NIOFSDirectory(folder))
{
    /// <summary>Files and syncs that still succeed, in all directories together; what a test sets, it puts back.</summary>
    public static readonly AsyncLocal<Allowance?> Left = new();

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        Spend();
        return base.CreateOutput(name, context);
    }

    public override void Sync(ICollection<string> names)
    {
        Spend();
        base.Sync(names);
    }

    private static void Spend()
    {
        if (Left.Value is { } left && left.Writes-- <= 0)
            throw new IOException("No space left on device");
    }

    public sealed class Allowance(int writes)
    {
        public int Writes { get; set; } = writes;
    }
}
