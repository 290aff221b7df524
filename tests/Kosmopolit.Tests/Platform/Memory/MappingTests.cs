using Kosmopolit.Platform.Memory;

namespace Kosmopolit.Tests.Platform.Memory;

public sealed class MappingTests
{
    private static readonly string[] Smaps =
    [
        "0cceb000-0cf1c000 r-xp 000be000 fe:00 351014                     /usr/share/my dotnet/libcoreclr.so",
        "Size:               1068 kB",
        "Rss:                 900 kB",
        "Anonymous:             0 kB",
        "Swap:                  0 kB",
        "THPeligible:           0",
        "VmFlags: rd ex mr mw me sd ",
        "10200000-10300000 rw-p 00000000 00:00 0 ",
        "Rss:                  12 kB",
        "Anonymous:            12 kB",
    ];

    [Fact]
    public void Each_stretch_has_its_place_its_file_and_its_figures()
    {
        var read = Mapping.Read(Smaps).ToList();
        Assert.Equal(
            [
                new(new(0x0cceb000, 0x231000), "r-xp", "/usr/share/my dotnet/libcoreclr.so", 900 * 1024, 0),
                new(new(0x10200000, 0x100000), "rw-p", "", 12 * 1024, 12 * 1024),
            ],
            read
        );
    }

    [Theory]
    [InlineData("r-xp", "/usr/lib/libc.so.6", 0, 0, true)]
    [InlineData("r--s", "/app/Kosmopolit.dll", 0, 0, true)]
    [InlineData("rw-p", "/app/Kosmopolit.dll", 0, 0, false)]
    [InlineData("r--p", "/app/Kosmopolit.dll", 4, 0, false)] // a page was written to before it was closed
    [InlineData("r--p", "/app/Kosmopolit.dll", 0, 4, false)] // and then moved out of memory
    [InlineData("r--s", "/var/kosmopolit.db", 0, 0, false)]
    [InlineData("r-xs", "/memfd:doublemapper (deleted)", 0, 0, false)]
    [InlineData("r-xp", "[vdso]", 0, 0, false)]
    [InlineData("r--p", "", 0, 0, false)]
    public void Only_what_is_as_it_lies_in_the_file_of_a_program_is_clean(string rights, string file, long written, long moved, bool clean)
    {
        string[] lines = [$"1000-2000 {rights} 0 fe:00 1 {file}", "Rss: 4 kB", $"Anonymous: {written} kB", $"Swap: {moved} kB"];
        Assert.Equal(clean, Assert.Single(Mapping.Read(lines)).IsCleanProgram);
    }

    [Fact]
    public void What_cannot_be_read_is_no_stretch() =>
        Assert.Empty(Mapping.Read(["", "Rss: 4 kB", "zz-1000 r-xp 0 0 0", "1000 r-xp 0 0 0 /a.so"]));
}
