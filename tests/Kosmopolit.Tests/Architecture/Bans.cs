namespace Kosmopolit.Tests.Architecture;

/// <summary>All bans. An exception is a decision: it is written here, and goes when it is no longer needed.</summary>
internal static class Bans
{
    private static readonly string[] CSharp = [".cs", ".razor"];
    private static readonly string[] Razor = [".razor"];

    public static readonly IReadOnlyList<Ban> InProduct =
    [
        new(
            "the machine's clock",
            "take TimeProvider, so that tests can move time",
            @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b",
            CSharp,
            "var now = DateTimeOffset.UtcNow;"
        ),
        new(
            "raw markup",
            "let Razor encode it; parts that draw live in Platform/Ui",
            @"\bMarkupString\b|\bAddMarkupContent\b|\bHtml\.Raw\b",
            CSharp,
            "@((MarkupString)text)"
        )
        {
            Except = ["src/Kosmopolit/Platform/Ui/"],
        },
        new(
            "ASCII-only letters",
            "people's words are not ASCII: use char.IsLetter or \\p{L}",
            @"\[[^\]\n]*(A-Za-z|a-zA-Z)[^\]\n]*\]|\bIsAscii(Letter|LetterOrDigit|LetterLower|LetterUpper)\b|RegexOptions\.ECMAScript",
            [.. CSharp, ".js"],
            "Regex.Replace(name, \"[^A-Za-z]\", \"\")"
        )
        {
            Harmless = "Regex.Replace(name, @\"[^\\p{L}]\", \"\")",
            Except =
            [
                // Addresses of invented people are ASCII on purpose.
                "src/Kosmopolit/Features/Demo/DemoAccounts.cs",
                // The quick way for ASCII beside the way for everything else.
                "src/Kosmopolit/Platform/Geography/Names/FoldedText.cs",
            ],
        },
        new(
            "LIKE on text",
            "it folds only ASCII and scans the table; ask the index or compare normalised columns",
            @"\bI?Like\s*\(|\bI?LIKE\b",
            CSharp,
            "q.Where(m => EF.Functions.Like(m.Name, \"%a%\"))"
        ),
        new(
            "the in-memory provider",
            "it is not a database: no constraints, no SQL",
            @"UseInMemoryDatabase|EntityFrameworkCore\.InMemory",
            CSharp,
            "options.UseInMemoryDatabase(\"x\");"
        ),
        new("synchronous waiting", "await it", @"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)", CSharp, "Load().GetAwaiter().GetResult();"),
        new("async void", "an exception in it ends the process", @"\basync void\b", CSharp, "private async void Load() { }"),
        new("inline style", "the content security policy forbids it", @"\bstyle\s*=\s*[""']|<style\b", Razor, "<p style=\"color:red\">")
        {
            // A file that is opened without the site, and without its policy.
            Except = ["src/Kosmopolit/Platform/Ui/Offline/SelfContained.razor"],
        },
        new("inline script", "the content security policy forbids it", @"<script(?![^>]*\bsrc=)[^>]*>", Razor, "<script>alert(1)</script>")
        {
            Harmless = "<script type=\"module\" src=\"@Assets[\"js/x.js\"]\"></script>",
        },
        new(
            "event attributes",
            "the content security policy forbids them, and pages render on the server once",
            @"<[a-zA-Z][^>]*\s(on[a-z]+|@on(?!submit=)[a-z]+)\s*=",
            Razor,
            "<button onclick=\"go()\">"
        )
        {
            Harmless = "<form method=\"post\" @onsubmit=\"Save\">",
        },
        new(
            "nothing as a word",
            "a parameter for text takes it for the word “null”: write @null",
            @"\b[A-Z]\w*=""null""",
            Razor,
            "<StepFrame Join=\"null\" />"
        )
        {
            Harmless = "<StepFrame Join=\"@null\" />",
        },
        new("javascript addresses", "use a real address", @"javascript:", Razor, "<a href=\"javascript:void(0)\">"),
        new(
            "type names that say nothing",
            "say what it is in the domain's words",
            @"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helpers?|Util|Utils|Utilities|Dto|Handler|Base|Services?)\b",
            CSharp,
            "public sealed class MailManager"
        ),
        new(
            "places in texts of wrong fields",
            "they are filled in before the text is looked up, which then finds nothing: write the number",
            @"ErrorMessage\s*=\s*""[^""]*\{",
            CSharp,
            "[StringLength(9, ErrorMessage = \"At most {1}.\")]"
        ),
        new("regions", "split the file", @"^\s*#region\b", CSharp, "#region Fields"),
        new(
            "silenced warnings",
            "mend it, or decide in .editorconfig with a reason",
            @"^\s*#pragma warning disable|SuppressMessage\(",
            CSharp,
            "#pragma warning disable CA1822"
        ),
        new("left-over notes", "do it, or open an issue", @"\b(TODO|FIXME|HACK|XXX)\b", [.. CSharp, ".js", ".css"], "var todo = \"TODO\";"),
    ];

    public static readonly IReadOnlyList<Ban> InTests =
    [
        new("skipped tests", "mend the test or remove it", @"\bSkip\s*=|\bAssert\.Skip", [".cs"], "[Fact(Skip" + " = \"later\")]"),
        new(
            "sleeping in tests",
            "wait for what must happen, or move the clock",
            @"\bThread\.Sleep\b|\bTask\.Delay\b",
            [".cs"],
            "await Task." + "Delay(100);"
        ),
        new("the in-memory provider", "it is not a database", @"UseInMemoryDatabase", [".cs"], "options.UseInMemory" + "Database(\"x\");"),
        new("left-over notes", "do it, or open an issue", @"\b(TODO|FIXME|HACK)\b", [".cs"], "var a = \"TO" + "DO\";")
        {
            Except = ["tests/Kosmopolit.Tests/Architecture/Bans.cs"],
        },
    ];
}
