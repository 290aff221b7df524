using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Who knows where a trip goes is shown with why, as far as they show it, and asked to be host with one press.</summary>
[UsesDatabase]
public sealed class HostsTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Omar = "omar@example.org";

    private readonly Village _village = new();
    private Activity _trip = null!;
    private Member _omar = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Organiser, "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        // Omar belongs to another network, and shows that he knows Iraq to members of all of them.
        _omar = await _village.Settle(
            Omar,
            "Nobody",
            null,
            m =>
            {
                m.Join(_village.Away.Id, _village.House.Clock.GetUtcNow(), Audience.AllNetworks);
                m.BeCalled(new("Omar", Audience.AllNetworks));
                m.ShowTo(Audience.AllNetworks);
            }
        );
        await Knows(_omar, Audience.AllNetworks);
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Asia/Baghdad");
        var days = new Timing(start, start.AddDays(8), "Asia/Baghdad", Rhythm.Once, null);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(days), isTrip: true);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Organisers_see_who_knows_the_place_and_why_as_far_as_they_show_it()
    {
        await Knows(await _village.Settle("hidden@example.org", "Hidden", _village.Home), Audience.OnlyMe);
        using var berit = await _village.As(Organiser);
        var section = (await berit.Open(Page)).One("#hosts-there").TextContent;
        Assert.Contains("Omar", section, StringComparison.Ordinal);
        Assert.Contains("has lived there", section, StringComparison.Ordinal);
        Assert.Contains("Ask them to be host", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", section, StringComparison.Ordinal);
        // A member who only reads it sees the same people, and asks nobody.
        using var karim = await _village.As("karim@example.org");
        section = (await karim.Open(Page)).One("#hosts-there").TextContent;
        Assert.Contains("Omar", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask them", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_reads_the_trip_and_stands_there_as_host_once_they_agree()
    {
        using var omar = await _village.As(Omar);
        (await omar.Open(Page)).Is(HttpStatusCode.NotFound);
        using var berit = await _village.As(Organiser);
        var page = await berit.Submit((await berit.Open(Page)).Form("form:has(button:contains('Ask them to be host'))"));
        Assert.Contains("has not answered", page.One("#hosts-there").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Would you be host?", (await _village.MailTo(Omar))!.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("answered", await Seen("karim@example.org"), StringComparison.Ordinal);
        var asked = (await omar.Open(Page)).Is(HttpStatusCode.OK);
        Assert.Empty(asked.Html.QuerySelectorAll("#along, #at-home"));
        await omar.Submit(
            asked.Form("form[data-keep=host]", ("Input.Reach", "0750 111 22 33")),
            asked.Html.QuerySelector<IHtmlElement>("form[data-keep=host] button[value=yes]")
        );
        Assert.StartsWith("You have a host", (await _village.MailTo(Organiser))!.Subject, StringComparison.Ordinal);
        // How to reach him is for those who travel.
        var seen = await Seen("karim@example.org");
        Assert.Contains("Omar", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("They know", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("0750", seen, StringComparison.Ordinal);
        Assert.Null(await _village.SignsUp("karim@example.org", _trip.Id));
        Assert.Contains("0750", await Seen("karim@example.org"), StringComparison.Ordinal);
        using var karim = await _village.As("karim@example.org");
        Assert.Contains("tel:0750111", (await karim.Open($"{Page}/pack.html")).Body, StringComparison.Ordinal);
        foreach (var part in new[] { "/lists", "/money", "/pack.html", "/meetings" })
            (await omar.Open($"{Page}{part}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_says_no_sees_it_no_longer_and_is_left_in_peace_for_a_month()
    {
        Assert.Null(await Ask());
        Assert.Equal(RefusalKind.Meanwhile, (await Ask())!.Kind);
        Assert.Null(await Answer(new HostInput { Do = "no" }));
        using var omar = await _village.As(Omar);
        (await omar.Open(Page)).Is(HttpStatusCode.NotFound);
        Assert.Equal(RefusalKind.Gone, (await Answer(new HostInput { Do = "yes" }))!.Kind);
        Assert.Contains("not long ago", (await Ask())!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Ask());
        Assert.Null(await _village.House.By(Organiser, s => s.GetRequiredService<AskHost>().TakeBack(_trip.Id, _omar.Id)));
        (await omar.Open(Page)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_organisers_ask_and_only_those_they_may_see()
    {
        Assert.Equal(RefusalKind.NotYours, (await Ask("karim@example.org"))!.Kind);
        Assert.Equal(RefusalKind.Gone, (await Ask("nils@example.org"))!.Kind);
        var hidden = await _village.Settle("hidden@example.org", "Hidden", _village.Away);
        Assert.Equal(
            RefusalKind.Gone,
            (await _village.House.By(Organiser, s => s.GetRequiredService<AskHost>().Run(_trip.Id, hidden.Id)))!.Kind
        );
        Assert.Empty(await _village.House.All<TripHost>());
    }

    private string Page => $"/trips/{_trip.Id}";

    private async Task<string> Seen(string email)
    {
        using var reader = await _village.As(email);
        var section = (await reader.Open(Page)).Is(HttpStatusCode.OK).Html.QuerySelector("#hosts-there");
        return section?.TextContent ?? "";
    }

    private Task Knows(Member member, Audience audience) =>
        _village.House.Store(
            new MarketKnowledge(member.Id, new Ground("IQ", Basis.Lived | Basis.Traded, 1998, 2009, "Erbil", 2024), audience)
        );

    private Task<Refusal?> Ask(string by = Organiser) =>
        _village.House.By(by, s => s.GetRequiredService<AskHost>().Run(_trip.Id, _omar.Id));

    private Task<Refusal?> Answer(HostInput input) =>
        _village.House.By(Omar, s => s.GetRequiredService<AnswerAsHost>().Run(_trip.Id, input));
}
