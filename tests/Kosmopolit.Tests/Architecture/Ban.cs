using System.Text.RegularExpressions;
using Kosmopolit.Tests.Architecture.Source;

namespace Kosmopolit.Tests.Architecture;

/// <summary>Something that must not be written, because it went wrong before or cannot go right.</summary>
/// <param name="Name">What is banned.</param>
/// <param name="Why">What to do instead.</param>
/// <param name="Pattern">Regular expression, sought in each file without its comments.</param>
/// <param name="Where">Endings of the paths that are searched.</param>
/// <param name="Example">A line that must be found; proves that the ban can fail.</param>
public sealed record Ban(string Name, string Why, string Pattern, string[] Where, string Example)
{
    /// <summary>Paths, or folders ending in a slash, where it may be written after all; each was looked at.</summary>
    public string[] Except { get; init; } = [];

    /// <summary>A line like it that is allowed.</summary>
    public string? Harmless { get; init; }

    private readonly Regex _pattern = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(20));

    public IEnumerable<string> FindIn(IEnumerable<SourceFile> files) =>
        from file in files
        where Where.Any(e => file.Path.EndsWith(e, StringComparison.Ordinal)) && !IsExcepted(file)
        let code = file.Code
        from Match match in _pattern.Matches(code)
        select $"{file}:{file.LineOf(match.Index)}: {match.Value.Trim()} — {Why}";

    private bool IsExcepted(SourceFile file) =>
        Except.Any(e => e.EndsWith('/') ? file.Path.StartsWith(e, StringComparison.Ordinal) : file.Path == e);

    public override string ToString() => Name;
}
