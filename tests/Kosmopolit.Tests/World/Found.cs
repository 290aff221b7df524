namespace Kosmopolit.Tests.World;

/// <summary>Asserts about what a search for mistakes brought up, told in full.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> mistakes)
    {
        var all = mistakes.ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n" + string.Join('\n', all.Take(60)));
    }
}
