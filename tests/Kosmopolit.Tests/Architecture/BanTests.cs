using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Architecture;

public sealed class BanTests
{
    // This file shows what is banned.
    private const string Here = "tests/Kosmopolit.Tests/Architecture/Bans.cs";

    public static TheoryData<string> ProductBans => [.. Bans.InProduct.Select(b => b.Name)];

    public static TheoryData<string> TestBans => [.. Bans.InTests.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(ProductBans))]
    public void The_product_keeps_the_ban_on(string what) => Found.Nothing(Named(Bans.InProduct, what).FindIn(SourceTree.Product));

    [Theory]
    [MemberData(nameof(TestBans))]
    public void The_tests_keep_the_ban_on(string what) =>
        Found.Nothing(Named(Bans.InTests, what).FindIn(SourceTree.Tests.Where(f => f.Path != Here)));

    [Theory]
    [MemberData(nameof(ProductBans))]
    [MemberData(nameof(TestBans))]
    public void What_is_banned_is_found_and_what_only_looks_like_it_is_not(string what)
    {
        foreach (var ban in Bans.InProduct.Concat(Bans.InTests).Where(b => b.Name == what))
        {
            Assert.NotEmpty(ban.FindIn(Planted(ban, ban.Example)));
            if (ban.Harmless is not null)
                Found.Nothing(ban.FindIn(Planted(ban, ban.Harmless)));
        }
    }

    [Fact]
    public void Exceptions_that_are_no_longer_needed_are_struck_out()
    {
        var files = SourceTree.Product.Concat(SourceTree.Tests).ToList();
        var idle =
            from ban in Bans.InProduct.Concat(Bans.InTests)
            from exception in ban.Except
            where !exception.EndsWith('/') && exception != Here
            where !(ban with { Except = [] }).FindIn(files.Where(f => f.Path.StartsWith(exception, StringComparison.Ordinal))).Any()
            select $"{ban}: {exception}";
        Found.Nothing(idle);
    }

    private static Ban Named(IEnumerable<Ban> bans, string name) => bans.Single(b => b.Name == name);

    private static IEnumerable<SourceFile> Planted(Ban ban, string line) =>
        ban.Where.Select(ending => new SourceFile($"planted{ending}", line + "\n"));
}
