using Kosmopolit.Features.Search.Index;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Search;

public sealed class IndexFileTests
{
    [Theory]
    [InlineData(10, false)]
    [InlineData(10, true)]
    [InlineData(5 << 20, false)]
    public void A_file_gives_the_bytes_of_any_place_whether_small_or_large(int length, bool once)
    {
        using var file = new IndexFile(Written(length), once);
        Assert.Equal(length, file.Length);
        var read = new byte[4];
        file.Read(length - 4, read);
        Assert.Equal([.. Enumerable.Range(length - 4, 4).Select(At)], read);
        file.Read(3, read);
        Assert.Equal([.. Enumerable.Range(3, 4).Select(At)], read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5 << 20)]
    public void Past_the_end_there_is_nothing(int length)
    {
        using var file = new IndexFile(Written(length), once: false);
        Assert.Throws<EndOfStreamException>(() => file.Read(Math.Max(length - 1, 0), new byte[2]));
    }

    private static byte At(int place) => (byte)(place * 31);

    private static string Written(int length)
    {
        var path = Path.Combine(TemporaryFolders.New("index-file"), "file");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, length).Select(At)]);
        return path;
    }
}
