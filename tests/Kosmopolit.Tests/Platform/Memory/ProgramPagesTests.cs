using System.Globalization;
using System.Runtime.CompilerServices;
using Kosmopolit.Platform.Memory;

namespace Kosmopolit.Tests.Platform.Memory;

public sealed class ProgramPagesTests
{
    [Fact]
    public void What_stood_there_before_is_given_back_and_the_program_goes_on()
    {
        var standing = ProgramPages.Look();
        if (!OperatingSystem.IsLinux())
        {
            Assert.Empty(standing);
            return;
        }
        var before = OfFiles();
        var given = ProgramPages.GiveBack(standing);
        // The other tests look at pages again meanwhile; a runtime alone has tens of megabytes of them.
        Assert.True(given > 10 << 20, $"{given} bytes were given back");
        Assert.True(OfFiles() < before - given / 4, $"{before} bytes of files were resident, then {OfFiles()}");
        RuntimeHelpers.PrepareMethod(typeof(ProgramPages).GetMethod(nameof(ProgramPages.Look))!.MethodHandle);
    }

    [Fact]
    public void What_was_not_there_before_is_left() => Assert.Equal(0, ProgramPages.GiveBack(new HashSet<Place>()));

    private static long OfFiles() =>
        long.Parse(
            File.ReadLines("/proc/self/status")
                .Single(l => l.StartsWith("RssFile:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) * 1024;
}
