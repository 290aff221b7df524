using System.Reflection;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>Whether the matrix looks for everything that can be told, on every kind of surface.</summary>
internal static class Coverage
{
    /// <summary>Fields that a kind of surface does not show to anybody, and why.</summary>
    private static readonly Dictionary<string, string> NotShown = new()
    {
        ["search Member.ContactEmail"] = "nobody is found by their address",
        ["search Member.Phone"] = "nobody is found by their number",
        ["search Member.Reads"] = "a wish, not a skill",
        ["search Member.Availability"] = "no criterion",
        ["search Firm.OrganisationNumber"] = "no firm is found by its number",
        ["search Firm.SoleTraderChecked"] = "no criterion",
        ["search Firm.HomeCountry"] = "no criterion",
        ["search Firm.Size"] = "no criterion",
        ["search Firm.Export"] = "no criterion",
        ["search Firm.Web"] = "no firm is found by its address",
        ["search Membership"] = "no criterion on the page",
    };

    /// <summary>Every field that carries its own audience, and every row that does.</summary>
    public static IEnumerable<string> Told() => Told(typeof(Member), typeof(Firm)).Concat(Rows);

    private static IEnumerable<string> Rows => ["MarketKnowledge", "LanguageSkill", "Membership", "FirmRole", "ExportMarket"];

    public static IEnumerable<string> Told(params Type[] entities) =>
        entities.SelectMany(e => e.GetProperties().Where(IsTold).Select(p => $"{e.Name}.{p.Name}"));

    /// <summary>What is told but looked for nowhere on this kind of surface.</summary>
    /// <param name="kind">"page", "search" or "API".</param>
    public static IEnumerable<string> Missing(string kind, IEnumerable<string> told, IEnumerable<Trace> traces) =>
        told.Except(traces.Select(t => t.Field))
            .Where(field => !NotShown.ContainsKey($"{kind} {field}"))
            .Select(field => $"{field} is looked for on no {kind}");

    /// <summary>Exceptions that are none any more.</summary>
    public static IEnumerable<string> Stale(string kind, IEnumerable<Trace> traces) =>
        traces.Select(t => $"{kind} {t.Field}").Where(NotShown.ContainsKey).Distinct();

    private static bool IsTold(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Told<>);
}
