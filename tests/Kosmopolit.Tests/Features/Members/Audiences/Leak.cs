using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>Compares an answer with what its reader may know.</summary>
internal static class Leak
{
    /// <summary>Words anywhere in the answer, seen or not, whose reader may not know them.</summary>
    public static IEnumerable<string> In(string body, string address, string name, IEnumerable<Planted> planted, Audience distance) =>
        from p in planted
        where !p.IsShownTo(distance)
        from word in p.Words
        // A network's own name is public; who belongs to it is not.
        where word.Key != "Membership" && body.Contains(word.Value, StringComparison.OrdinalIgnoreCase)
        select $"{name}: {p}: {word.Key} leaks on {address}";

    /// <summary>What is wrong about one field in an answer; null when nothing is.</summary>
    public static string? Wrong(Trace trace, string body, string name, Planted p, Audience distance)
    {
        var isShown = body.Contains(trace.Needle, StringComparison.OrdinalIgnoreCase);
        return isShown == p.IsShownTo(distance)
            ? null
            : $"{name}: {p}: {trace.Field} {(isShown ? "leaks" : "is lost")} on {trace.Address}: {trace.Needle}";
    }
}
