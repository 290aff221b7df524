using System.Net;
using Kosmopolit.Features.Demo;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Knocks on every door as everybody, and writes down what happened.</summary>
internal sealed class Sweep(DemoHouse demo)
{
    /// <summary>Whoever knocks, in the order of the table's columns; null is a visitor.</summary>
    public static readonly IReadOnlyList<(string Name, Persona? Who)> Roles =
    [
        ("visitor", null),
        ("member", Personas.MemberInUmea),
        ("other network", Personas.MemberInSkane),
        ("coordinator", Personas.Coordinators["skane"]),
        ("facilitator", Personas.Facilitator),
        ("adviser", Personas.Adviser),
        ("programme manager", Personas.ProgrammeManager),
        ("operator", Personas.Operator),
    ];

    /// <summary>Stands where nobody has said which real address to try.</summary>
    public const string NoExample = "NO EXAMPLE";

    public const string Head =
        "route\texample\tmethod\tvisitor\tmember\tother network\tcoordinator\tfacilitator\tadviser\tprogramme manager\toperator";

    /// <summary>One line for each route, example and method, its statuses in the order of <see cref="Roles"/>.</summary>
    public async Task<IReadOnlyList<string>> Run()
    {
        var house = await demo.Open();
        var examples = await house.Ask(db => new Examples(db).Collect());
        var readers = new List<Reader?>();
        foreach (var (_, who) in Roles)
            readers.Add(who is null ? null : await demo.SignedIn(who));
        var lines = new List<string>();
        foreach (var route in Route.All(house.App))
        foreach (var (name, address) in Addresses(route, examples))
        foreach (var method in route.Methods)
            lines.Add($"{route.Pattern}\t{name}\t{method}\t{string.Join('\t', await Knock(readers, method, address))}");
        readers.ForEach(r => r?.Dispose());
        return lines;
    }

    private static (string, string)[] Addresses(Route route, IReadOnlyDictionary<string, (string, string)[]> examples)
    {
        if (examples.TryGetValue(route.Pattern, out var known))
            return known;
        return route.Pattern.Contains('{', StringComparison.Ordinal) ? [(NoExample, route.Pattern)] : [("", route.Pattern)];
    }

    private async Task<List<string>> Knock(List<Reader?> readers, string method, string address)
    {
        var answers = new List<string>();
        foreach (var known in readers)
        {
            // A visitor each time: knocks of one address are counted.
            var reader = known ?? await demo.Visitor();
            answers.Add(Tell(await Patiently(reader, method, address)));
            if (known is null)
                reader.Dispose();
        }
        return answers;
    }

    // There are more doors than one person may knock on in a minute.
    private static async Task<Page> Patiently(Reader reader, string method, string address)
    {
        Page? page = null;
        await Words.Come(
            async () => (page = await reader.Once(Request(method, address))).Status != HttpStatusCode.TooManyRequests,
            TimeSpan.FromMinutes(3)
        );
        return page!;
    }

    // No anti-forgery token: whatever is posted must be refused.
    private static HttpRequestMessage Request(string method, string address)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET")
            request.Content = address.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([new("_handler", "any"), new("Key", "operator")]);
        return request;
    }

    private static string Tell(Page page)
    {
        var to = page.Headers.Location is { } location ? new Uri(page.Address, location).AbsolutePath : "";
        return page.IsRedirect ? $"→ {to}" : $"{(int)page.Status}";
    }
}
