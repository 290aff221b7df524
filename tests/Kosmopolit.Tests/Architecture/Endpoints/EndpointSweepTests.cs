using System.Net;
using Kosmopolit.Features.Demo;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Architecture.Endpoints;

[UsesDatabase]
public sealed class EndpointSweepTests(DemoHouse demo)
{
    [Fact]
    public async Task Every_door_opens_to_whom_the_table_says_and_to_nobody_else()
    {
        var swept = await new Sweep(demo).Run();
        EndpointTable.Leave(swept);
        Found.Nothing(EndpointTable.Differences(EndpointTable.Read(), swept));
    }

    [Fact]
    public void A_door_that_is_not_in_the_table_or_opens_to_others_is_noticed()
    {
        string[] table = ["/a\t\tGET\t200\t200", "/b\t\tGET\t→ /sign-in\t200"];
        Assert.Single(EndpointTable.Differences(table, [.. table, "/c\t\tGET\t200\t200"]));
        Assert.Equal(2, EndpointTable.Differences(table, [table[0], "/b\t\tGET\t200\t200"]).Count());
        Assert.Single(EndpointTable.Differences(table, [table[0]]));
    }

    [Fact]
    public void The_table_lets_nobody_post_without_a_token_and_shows_nobody_a_fault()
    {
        foreach (var line in EndpointTable.Read())
        {
            var cells = line.Split('\t');
            Assert.Equal(3 + Sweep.Roles.Count, cells.Length);
            Assert.DoesNotContain(Sweep.NoExample, line, StringComparison.Ordinal);
            Assert.All(cells[3..], status => Assert.False(status.StartsWith('5'), line));
            if (cells[2] != "GET" && !cells[0].StartsWith("/health", StringComparison.Ordinal))
                Assert.All(cells[3..], status => Assert.True(status is "400" or "401" or "403" or "404" or "405" or "→ /sign-in", line));
        }
    }

    [Fact]
    public async Task The_doors_of_Development_are_not_there_in_Production()
    {
        await using var house = await House.Open(new Plan { Content = Content.Demo });
        using var reader = house.Reader();
        var doors = Route.All(house.App).Select(r => r.Pattern).Where(p => p.StartsWith("/dev/", StringComparison.Ordinal)).ToList();
        Assert.Subset(doors.Append("/dev/personas").Append("/dev/mail").ToHashSet(), doors.ToHashSet());
        foreach (var door in doors.Append("/dev/personas").Append("/dev/mail").Distinct())
            (await reader.Open(door)).Is(HttpStatusCode.NotFound);

        // Even with a token that another page gave out.
        var signIn = await reader.Open("/sign-in");
        var token = signIn.One("main form:not([data-passkey]) input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var answer = await reader.Send(() => Enter(token));
        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.Status}");
        Assert.DoesNotContain(AuthRoom.SessionCookie, reader.Cookies.Keys);
    }

    [Fact]
    public async Task The_doors_of_Development_open_in_Development()
    {
        using var reader = await demo.Visitor();
        var page = (await reader.Open("/dev/personas")).Is(HttpStatusCode.OK);
        var entered = await reader.Submit(
            page.Form(),
            (AngleSharp.Html.Dom.IHtmlElement)page.One($"button[value={Personas.Operator.Key}]")
        );
        Assert.Equal("/me", entered.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains(AuthRoom.SessionCookie, reader.Cookies.Keys);
        (await reader.Open("/dev/mail")).Is(HttpStatusCode.OK);
    }

    private static HttpRequestMessage Enter(string token) =>
        new(HttpMethod.Post, "/dev/personas")
        {
            Content = new FormUrlEncodedContent([
                new("_handler", "persona"),
                new("Key", Personas.Operator.Key),
                new("__RequestVerificationToken", token),
            ]),
        };
}
