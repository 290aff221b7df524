namespace Kosmopolit.Tests.Architecture.Source;

/// <summary>The C# part of a <c>.razor</c> file.</summary>
public static class RazorCode
{
    private const string Opening = "@code {";

    /// <summary>What stands in <c>@code { … }</c>, wrapped in a class and on the same lines as in the file.</summary>
    public static string Of(SourceFile file)
    {
        var start = file.Text.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
            return "";
        var lines = new string('\n', file.LineOf(start) - 1);
        // The block ends with the file.
        return lines + "class Code {" + file.Text[(start + Opening.Length)..];
    }
}
