using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Tests.Platform.Geography;

/// <summary>One atlas for all tests: it is read once and never changes.</summary>
internal static class Reference
{
    public static readonly Atlas Atlas = new();

    public static readonly Gazetteer Gazetteer = new(Atlas);

    /// <summary>Kinds and codes in the order found, a space between two.</summary>
    public static string Codes(this IEnumerable<Match> matches) => string.Join(' ', matches.Select(match => $"{match.Kind}:{match.Code}"));
}
