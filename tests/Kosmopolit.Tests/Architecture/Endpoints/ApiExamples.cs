using Kosmopolit.Features.Members.Firms;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Real addresses for the verbs of the API: the same rows as those of the pages.</summary>
internal static class ApiExamples
{
    private const string Root = "/api/v1";
    private const string Starting = "ovre-norrland";

    /// <param name="person">Slug of a person that everyone may see.</param>
    /// <param name="firm">A firm of the member in Umeå.</param>
    public static IEnumerable<KeyValuePair<string, (string Name, string Address)[]>> Of(
        string person,
        string hidden,
        Firm firm,
        Guid market,
        Guid language
    )
    {
        yield return new("/openapi/{documentName}.json", [("the description", "/openapi/v1.json")]);
        yield return new("/api/{**path}", [("nowhere", "/api/nothing")]);
        yield return At("/countries/{iso2}", ("a country", "/countries/vn"), ("none", "/countries/zz"));
        yield return At("/people/{slug}", ("seen by all", $"/people/{person}"), ("hidden", $"/people/{hidden}"), ("none", "/people/none"));
        yield return At("/firms/{slug}", ("of the member in Umeå", $"/firms/{firm.Slug}"), ("none", "/firms/none"));
        yield return At("/networks/{slug}", ("starting", $"/networks/{Starting}"), ("none", "/networks/none"));
        foreach (var part in new[] { "history", "interest", "interest/mine", "meetings", "proposals" })
            yield return At(
                $"/networks/{{slug}}/{part}",
                ("starting", $"/networks/{Starting}/{part}"),
                ("independent", $"/networks/skane/{part}"),
                ("none", $"/networks/none/{part}")
            );
        foreach (var part in new[] { "invitations", "joining", "joining/greeting", "requests" })
            yield return At(
                $"/networks/{{slug}}/{part}",
                ("starting", $"/networks/{Starting}/{part}"),
                ("independent", $"/networks/skane/{part}")
            );
        foreach (var part in new[] { "invitations", "requests" })
            yield return At($"/networks/{{slug}}/{part}/{{id:guid}}", ("forged", $"/networks/{Starting}/{part}/{Guid.Empty}"));
        foreach (var part in new[] { "", "/topics" })
            yield return Row($"/me/markets/{{id:guid}}{part}", $"/me/markets/{market}{part}", $"/me/markets/{Guid.Empty}{part}");
        yield return Row("/me/languages/{id:guid}", $"/me/languages/{language}", $"/me/languages/{Guid.Empty}");
        yield return At("/me/consents/{receipt:guid}", ("forged", $"/me/consents/{Guid.Empty}"));
        yield return At("/me/firm-questions/{id:guid}", ("forged", $"/me/firm-questions/{Guid.Empty}"));
        yield return Row("/me/firms/{id:guid}", $"/me/firms/{firm.Id}", $"/me/firms/{Guid.Empty}");
        foreach (var part in new[] { "exports", "people", "part", "questions" })
            yield return Row($"/me/firms/{{firm:guid}}/{part}", $"/me/firms/{firm.Id}/{part}", $"/me/firms/{Guid.Empty}/{part}");
        yield return At("/me/firms/{firm:guid}/exports/{id:guid}", ("forged", $"/me/firms/{firm.Id}/exports/{Guid.Empty}"));
        yield return At("/me/firms/{firm:guid}/people/{part:guid}", ("forged", $"/me/firms/{firm.Id}/people/{Guid.Empty}"));
    }

    /// <param name="proposals">Addresses of proposals of each state, as the pages have them.</param>
    public static IEnumerable<KeyValuePair<string, (string Name, string Address)[]>> Votes((string Name, string Address)[] proposals)
    {
        foreach (var part in new[] { "", "/support", "/vote", "/result" })
            yield return At($"/networks/{{slug}}/proposals/{{id:guid}}{part}", [.. proposals.Select(p => (p.Name, p.Address + part))]);
    }

    private static KeyValuePair<string, (string, string)[]> Row(string pattern, string own, string forged) =>
        At(pattern, ("of the member in Umeå", own), ("forged", forged));

    private static KeyValuePair<string, (string, string)[]> At(string pattern, params (string Name, string Address)[] examples) =>
        new(Root + pattern, [.. examples.Select(e => (e.Name, Root + e.Address))]);
}
