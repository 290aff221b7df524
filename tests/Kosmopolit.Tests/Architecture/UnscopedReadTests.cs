using System.Text.RegularExpressions;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Architecture;

/// <summary>Whoever reads people, firms or networks says for whom: <c>VisibleTo(me)</c> stands in the same statement.</summary>
public sealed partial class UnscopedReadTests
{
    /// <summary>Places that read without a reader, and why that shows nobody anything.</summary>
    private static readonly Dictionary<string, string> Reviewed = new()
    {
        ["src/Kosmopolit/Features/Members/WhoAmI.cs"] = "reads the reader's own row",
        ["src/Kosmopolit/Features/Regions/NetworkFigures.cs"] = "sizes of networks, held back below five",
        ["src/Kosmopolit/Features/Members/People/PersonSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Members/Firms/FirmSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Networks/NetworkSearch.cs"] = "fills the index, which keeps every field with its audience",
        ["src/Kosmopolit/Features/Search/Facts/FactsFinder.cs"] = "firms as a filter, with their audience in the same query",
    };

    [Fact]
    public void Every_read_is_for_somebody() =>
        Found.Nothing(SourceTree.Product.Where(f => !Reviewed.ContainsKey(f.Path)).SelectMany(Unscoped));

    [Fact]
    public void Reviewed_places_still_read_without_a_reader() =>
        Found.Nothing(Reviewed.Keys.Where(path => !Unscoped(SourceTree.Read(path)).Any()));

    [Theory]
    [InlineData("var all = await db.Members.ToListAsync(ct);", true)]
    [InlineData("var all = await db.Set<Firm>()\n    .Where(f => f.Slug == slug)\n    .ToListAsync(ct);", true)]
    [InlineData("var all = await db.Members.VisibleTo(me).ToListAsync(ct);", false)]
    [InlineData("var near = db.Firms.VisibleTo(db.Memberships, me);", false)]
    [InlineData("db.Members.Add(member);", false)]
    public void A_read_without_a_reader_is_noticed(string code, bool noticed) =>
        Assert.Equal(noticed, Unscoped(new SourceFile("planted.cs", code)).Any());

    private static IEnumerable<string> Unscoped(SourceFile file)
    {
        if (!file.IsCSharp && !file.IsRazor)
            yield break;
        var code = file.Code;
        foreach (Match read in Reads().Matches(code))
        {
            var end = code.IndexOf(';', read.Index);
            var statement = code[read.Index..(end < 0 ? code.Length : end)];
            var isNameOfTable = statement == read.Value && code[..read.Index].EndsWith("=> ", StringComparison.Ordinal);
            if (!isNameOfTable && !statement.Contains("VisibleTo(", StringComparison.Ordinal))
                yield return $"{file}:{file.LineOf(read.Index)}: {read.Value}";
        }
    }

    [GeneratedRegex(
        @"\b[dD]b\s*\.\s*((Members|Firms|Networks|Memberships|MarketKnowledge)\b|Set<(Member|Firm|Network|Membership|MarketKnowledge|LanguageSkill|FirmRole|ExportMarket)>\(\))(?!\s*\.\s*Add)(?!\s*,)"
    )]
    private static partial Regex Reads();
}
