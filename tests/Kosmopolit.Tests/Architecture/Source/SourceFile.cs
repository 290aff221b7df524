using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kosmopolit.Tests.Architecture.Source;

/// <summary>A file of the repository, as a person reads it and as the compiler does.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<SyntaxTree> _tree = new(() =>
        CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview), Path)
    );

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public SyntaxNode Root => _tree.Value.GetRoot();

    /// <summary>The text with the comments of C# files blanked, so that a rule may be explained without being broken.</summary>
    public string Code => IsCSharp ? WithoutComments() : Text;

    public int Lines => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') ? 0 : 1);

    public int LineOf(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    public override string ToString() => Path;

    private string WithoutComments()
    {
        var letters = Text.ToCharArray();
        foreach (var comment in Root.DescendantTrivia(descendIntoTrivia: true).Where(IsComment))
            for (var i = comment.FullSpan.Start; i < comment.FullSpan.End; i++)
                if (letters[i] is not '\n')
                    letters[i] = ' ';
        return new string(letters);
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
