using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kosmopolit.Tests.Architecture;

/// <summary>Nothing grows past what a reader holds in mind: files 300 lines, methods 60, constructors five dependencies.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 60;
    private const int MostDependencies = 5;

    private static readonly IReadOnlyList<SourceFile> Everything = [.. SourceTree.Product, .. SourceTree.Tests];

    [Fact]
    public void Files_fit() => Found.Nothing(Everything.SelectMany(TooLong));

    [Fact]
    public void Methods_fit() => Found.Nothing(Everything.SelectMany(LongMethods));

    [Fact]
    public void Constructors_ask_for_few_things() => Found.Nothing(SourceTree.Product.SelectMany(HungryConstructors));

    [Fact]
    public void The_walk_sees_product_and_tests()
    {
        Assert.Contains(Everything, f => f.Path == "src/Kosmopolit/Site.cs");
        Assert.Contains(Everything, f => f.Path == "src/Kosmopolit/Platform/Ui/Shell.razor");
        Assert.Contains(Everything, f => f.Path.EndsWith("Architecture/SizeTests.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Excess_is_noticed()
    {
        var lines = string.Concat(Enumerable.Repeat("        x++;\n", LongestFile));
        var big = new SourceFile(
            "Big.cs",
            $"sealed class Big(A a, B b, C c, D d, E e, F f)\n{{\n    void Grow(int x)\n    {{\n{lines}    }}\n}}\n"
        );
        Assert.Single(TooLong(big));
        Assert.Contains("Grow", Assert.Single(LongMethods(big)), StringComparison.Ordinal);
        Assert.Contains(
            "six",
            Assert.Single(HungryConstructors(big)).Replace("6", "six", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> TooLong(SourceFile file) => file.Lines > LongestFile ? [$"{file}: {file.Lines} lines"] : [];

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        from body in CodeOf(file).DescendantNodes()
        where body is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let span = body.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > LongestMethod
        select $"{file}: {NameOf(body)} has {lines} lines";

    // Records hold values and entities are told facts; only what is built by injection has dependencies. A log is not
    // counted: taking it away would only take the log away.
    private static IEnumerable<string> HungryConstructors(SourceFile file) =>
        from parameters in CodeOf(file).DescendantNodes().OfType<ParameterListSyntax>()
        where parameters.Parent is ClassDeclarationSyntax or ConstructorDeclarationSyntax
        where !(parameters.Parent is ConstructorDeclarationSyntax c && c.Modifiers.Any(SyntaxKind.PrivateKeyword))
        where parameters.Parent!.AncestorsAndSelf().OfType<ClassDeclarationSyntax>().Any(IsInjected)
        let asked = parameters.Parameters.Count(p => p.Type?.ToString().StartsWith("ILogger", StringComparison.Ordinal) != true)
        where asked > MostDependencies
        select $"{file}: {NameOf(parameters.Parent!)} asks for {asked} things";

    private static bool IsInjected(ClassDeclarationSyntax type)
    {
        var bases = type.BaseList?.Types.Select(t => t.Type.ToString()) ?? [];
        return !bases.Any(b => b is "Entity" or "Exception");
    }

    private static SyntaxNode CodeOf(SourceFile file) =>
        file.IsRazor ? CSharpSyntaxTree.ParseText(RazorCode.Of(file), path: file.Path).GetRoot()
        : file.IsCSharp ? file.Root
        : CSharpSyntaxTree.ParseText("").GetRoot();

    private static string NameOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            ClassDeclarationSyntax type => type.Identifier.Text,
            _ => node.Kind().ToString(),
        };
}
