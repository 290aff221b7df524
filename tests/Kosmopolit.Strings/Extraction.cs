using System.Text.RegularExpressions;

namespace Kosmopolit.Strings;

/// <summary>Collects the texts of the interface from the source: what is looked up, counted, refused or said of a wrong field.</summary>
public sealed partial class Extraction
{
    private readonly List<Message> _messages = [];
    private readonly List<Unreadable> _unreadable = [];

    /// <summary>Where texts are looked up by a variable, because what they say was collected where it was written.</summary>
    private static readonly HashSet<string> PassesOn =
    [
        "src/Kosmopolit/Platform/Api/Answers.cs",
        "src/Kosmopolit/Platform/Language/Texts.cs",
        "src/Kosmopolit/Platform/Ui/Parts/Mistakes.cs",
        "src/Kosmopolit/Platform/Ui/Problems/FieldLabels.cs",
    ];

    /// <summary>In the order of the files' paths and lines; a text that occurs twice is there twice.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    public IReadOnlyList<Unreadable> Unreadable => _unreadable;

    /// <param name="root">The repository.</param>
    public static Extraction Of(string root)
    {
        var extraction = new Extraction();
        foreach (var path in Files(Path.Combine(root, "src", "Kosmopolit")).Order(StringComparer.Ordinal))
            extraction.Read(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path));
        return extraction;
    }

    public void Read(string file, string source)
    {
        var text = Comments().Replace(source, blank => new string([.. blank.Value.Select(c => c == '\n' ? '\n' : ' ')]));
        foreach (Match start in Starts().Matches(text))
        {
            var at = Literal.Skip(text, start.Index + start.Length);
            var line = text.AsSpan(0, start.Index).Count('\n') + 1;
            var id = Literal.Read(text, ref at);
            if (id is null)
                Complain(file, line, start, "write the text itself here, as one literal");
            else if (start.Groups["count"].Success)
                ReadPlural(file, text, line, id, at);
            else
                _messages.Add(new Message(id, null, file, line));
        }
    }

    private void ReadPlural(string file, string text, int line, string one, int at)
    {
        at = Literal.Skip(text, at);
        at = at < text.Length && text[at] == ',' ? Literal.Skip(text, at + 1) : at;
        if (Literal.Read(text, ref at) is { } many)
            _messages.Add(new Message(one, many, file, line));
        else
            _unreadable.Add(new Unreadable(file, line, "write singular and plural here, each as one literal"));
    }

    private void Complain(string file, int line, Match start, string why)
    {
        // A refusal may be handed on in a variable; its text was collected where it was made.
        if (!PassesOn.Contains(file) && !start.Groups["made"].Success)
            _unreadable.Add(new Unreadable(file, line, why));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(d => Path.GetFileName(d) is not ("bin" or "obj" or "Migrations"))
                    .SelectMany(Files)
            );

    // Explanations may show a lookup without being one.
    [GeneratedRegex(@"^[ \t]*//[^\n]*|@\*[\s\S]*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"\b_?(?:[tT]|[tT]exts)(?:\[|(?<count>\.Count\())|(?<made>\bnew Refusal\(|\bRefusal\??\s+\w+\s*=\s*new\()|\bErrorMessage\s*=(?!=)|\bDisplay\(Name\s*=(?!=)"
    )]
    private static partial Regex Starts();
}
