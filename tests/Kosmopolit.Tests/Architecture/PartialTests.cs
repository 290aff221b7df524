using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kosmopolit.Tests.Architecture;

/// <summary>A type is one file. Only code that the compiler completes, a regular expression or a log line, is partial.</summary>
public sealed class PartialTests
{
    [Fact]
    public void Nothing_is_spread_over_files() => Found.Nothing(SourceTree.Product.Where(f => f.IsCSharp).SelectMany(Spread));

    [Theory]
    [InlineData("sealed partial class Trip { }", true)]
    [InlineData("static partial class Codes { [GeneratedRegex(\"x\")] private static partial Regex X(); }", false)]
    [InlineData("[JsonSerializable(typeof(int))] internal sealed partial class Tables : JsonSerializerContext;", false)]
    [InlineData("static partial class Said { [LoggerMessage(Message = \"x\")] private static partial void X(ILogger log); }", false)]
    public void A_spread_type_is_noticed(string code, bool noticed) =>
        Assert.Equal(noticed, Spread(new SourceFile("planted.cs", code)).Any());

    private static IEnumerable<string> Spread(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Modifiers.Any(SyntaxKind.PartialKeyword)
        where
            !type
                .Members.SelectMany(m => m.AttributeLists)
                .Concat(type.AttributeLists)
                .SelectMany(l => l.Attributes)
                .Any(IsCompletedByTheCompiler)
        select $"{file}: {type.Identifier.Text}";

    private static bool IsCompletedByTheCompiler(AttributeSyntax attribute) =>
        attribute.Name.ToString() is "GeneratedRegex" or "LoggerMessage" or "JsonSerializable";
}
