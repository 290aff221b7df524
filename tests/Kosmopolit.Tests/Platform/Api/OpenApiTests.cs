using System.Text.Json;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>
/// The description of the interface is exact: every verb in it is used on the running product, every status it names
/// comes, every body fits its schema, and nothing is there that it does not describe.
/// </summary>
[UsesDatabase]
public sealed class OpenApiTests : IAsyncLifetime
{
    private readonly HashSet<(string Operation, int Status)> _seen = [];
    private readonly List<string> _mistakes = [];
    private readonly Dictionary<string, ApiClient> _clients = [];
    private ApiWorld _world = null!;
    private JsonElement _document;
    private IReadOnlyList<Operation> _operations = [];

    public async ValueTask InitializeAsync()
    {
        _world = await ApiWorld.Open();
        await Words.Ready(_world.House);
        using var reader = _world.House.Reader();
        _document = JsonDocument.Parse((await reader.Open("/openapi/v1.json")).Is(System.Net.HttpStatusCode.OK).Bytes).RootElement;
        _operations = [.. Operation.All(_document)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Every_verb_answers_as_it_is_described_and_in_every_way_that_is_described()
    {
        var script = ApiScript.Of(_world);
        Found.Nothing(_operations.Select(o => o.Name).Except(script.Select(e => e.Name)).Select(n => $"{n} is not tried"));
        Found.Nothing(script.Select(e => e.Name).Except(_operations.Select(o => o.Name)).Select(n => $"{n} is not described"));
        // Refusals first: they change nothing.
        foreach (var example in script.Where(e => !e.IsAfterwards))
            await Refusals(example, Find(example));
        foreach (var example in script)
        {
            await Use(example, Find(example));
            if (example.IsAfterwards)
                await Refusals(example, Find(example));
        }
        await DecideAgain(Find("putJoinRequest"));
        _mistakes.AddRange(
            _operations.SelectMany(o => o.Statuses.Where(s => !_seen.Contains((o.Name, s))).Select(s => $"{o.Name} never answers {s}"))
        );
        Found.Nothing(_mistakes);
    }

    [Fact]
    public async Task What_is_one_members_is_not_there_for_another()
    {
        var anna = await As(_world.Anna);
        var own = ApiScript
            .Of(_world)
            .Where(e => e.Path?.StartsWith("/me/", StringComparison.Ordinal) == true && e.Missing is not null)
            .ToList();
        Assert.True(own.Count > 20, "There is little to be curious about.");
        foreach (var example in own)
        {
            var operation = Find(example);
            var reply = await anna.Send(operation.Method, example.Path!, operation.HasBody ? example.Body : null, "*");
            if (reply.Status != 404)
                _mistakes.Add($"{example.Name} answers somebody else with {reply.Status}: {reply.Text}");
        }
        Found.Nothing(_mistakes);
    }

    [Fact]
    public void Every_verb_of_the_product_is_described_and_no_other()
    {
        var product = _world
            .House.App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Plain(e.RoutePattern.RawText!)}")
            )
            .Order(StringComparer.Ordinal);
        Assert.Equal(product, _operations.Select(o => $"{o.Method} {Plain(o.Pattern)}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", """{"a":"x"}""", true)]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", "{}", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"a":"x","b":1}""", false)]
    [InlineData("""{"type":"array","items":{"enum":["x"]}}""", """["y"]""", false)]
    [InlineData("""{"type":["null","integer"]}""", "null", true)]
    [InlineData("""{"type":["null","integer"]}""", "\"1\"", false)]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"no\"", false)]
    public void A_body_that_does_not_fit_is_noticed(string schema, string body, bool fits)
    {
        var check = new SchemaCheck(default);
        Assert.Equal(fits, !check.Mistakes(JsonDocument.Parse(schema).RootElement, JsonDocument.Parse(body).RootElement).Any());
    }

    private async Task Refusals(Example example, Operation operation)
    {
        var path = example.Path ?? operation.Path;
        var body = operation.HasBody ? example.Body : null;
        foreach (var status in operation.Statuses.Where(s => s >= 400 && s != 409))
            Note(operation, await Refused(status, example, operation, path, body), status);
    }

    private async Task<Reply> Refused(int status, Example example, Operation operation, string path, object? body) =>
        status switch
        {
            400 when operation.Method == "GET" => await (await As(null)).Get((string)example.Bad!),
            400 => await (await As(example.Who)).Send(operation.Method, path, "{", "*"),
            401 => await (await Nobody()).Send(operation.Method, path, body, "*"),
            403 => await (await Reading(example.Who)).Send(operation.Method, path, body, "*"),
            404 when example.Missing is { } nowhere => await (await As(example.Who)).Send(operation.Method, nowhere, body, "*"),
            404 => await (await As(_world.Plain)).Send(operation.Method, path, body, "*"),
            412 => await (await As(example.Who)).Send(operation.Method, path, body, "\"0123456789AB\""),
            415 => await (await As(example.Who)).Send(operation.Method, path, "x", "*", "text/plain"),
            422 when example.Name == "deleteMyColleague" => await LeaveAlone(),
            422 => await (await As(example.Who)).Send(operation.Method, example.BadPath ?? path, example.Bad ?? body, "*"),
            428 => await (await As(example.Who)).Send(operation.Method, path, body),
            _ => throw new InvalidOperationException($"Say here how {operation.Name} comes to answer {status}."),
        };

    // The last owner may not just go.
    private async Task<Reply> LeaveAlone() =>
        await (await As(null)).Send("DELETE", $"/me/firms/{_world.Lonely.Id}/people/{_world.Lonely.People[0].Id}");

    private async Task Use(Example example, Operation operation)
    {
        var client = await As(example.Who);
        var path = example.Path ?? operation.Path;
        var reply = await client.Send(operation.Method, path, operation.HasBody ? example.Body : null, operation.NeedsVersion ? "*" : null);
        Note(operation, reply, operation.Statuses.Min());
        if (operation.HasVersion && reply.ETag is null)
            _mistakes.Add($"{operation.Name} has no ETag");
    }

    private async Task DecideAgain(Operation operation) =>
        Note(
            operation,
            await (await As(_world.Anna)).Send("PUT", $"/networks/norr/requests/{_world.Decided.Id}", new { decision = "accepted" }),
            409
        );

    private void Note(Operation operation, Reply reply, int expected)
    {
        var what = $"{operation.Name} ({expected})";
        _seen.Add((operation.Name, reply.Status));
        if (reply.Status != expected)
            _mistakes.Add($"{what} answered {reply.Status}: {reply.Text}{reply.Page.Complaint}");
        if (operation.Response(reply.Status) is not { } response)
            _mistakes.Add($"{what}: {reply.Status} is not described");
        else if (!response.TryGetProperty("content", out var content))
            _mistakes.AddRange(reply.Text.Length == 0 ? [] : [$"{what}: a body that is not described"]);
        else if (!content.TryGetProperty(reply.Type, out var media))
            _mistakes.Add($"{what}: {reply.Type} is not described");
        else
            _mistakes.AddRange(
                new SchemaCheck(_document).Mistakes(media.GetProperty("schema"), reply.Json).Select(m => $"{what} {reply.Status}: {m}")
            );
    }

    private Operation Find(Example example) => Find(example.Name);

    private Operation Find(string name) => _operations.Single(o => o.Name == name);

    private Task<ApiClient> As(string? who) => Client(who ?? _world.Vera, TokenScope.Write);

    private Task<ApiClient> Reading(string? who) => Client(who ?? _world.Vera, TokenScope.Read);

    private Task<ApiClient> Nobody() =>
        Task.FromResult(_clients.TryGetValue("", out var known) ? known : _clients[""] = new ApiClient(_world.House));

    private async Task<ApiClient> Client(string who, TokenScope scope) =>
        _clients.TryGetValue($"{who} {scope}", out var known)
            ? known
            : _clients[$"{who} {scope}"] = await ApiClient.Of(_world.House, who, scope);

    // "{id:guid}" is "{id}" in the description.
    private static string Plain(string pattern) =>
        "/" + string.Join('/', pattern.Trim('/').Split('/').Select(p => p.StartsWith('{') ? p.Split(':')[0].TrimEnd('}') + "}" : p));
}
