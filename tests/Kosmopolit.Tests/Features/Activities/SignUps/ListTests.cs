using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.SignUps.Presence;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.SignUps;

/// <summary>The organisers' list writes what somebody changed in it, however long it lay open.</summary>
[UsesDatabase]
public sealed class ListTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Activity _activity = null!;
    private SignUp _karim = null!;
    private SignUp _lena = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _activity = await _village.Planned(berit, ActivityState.Open, a => a.Cost(new Price(12500, "SEK", "", "Swish 123")));
        foreach (var name in new[] { "karim", "lena" })
        {
            await _village.Settle($"{name}@example.org", name, _village.Home);
            Assert.Null(await _village.SignsUp($"{name}@example.org", _activity.Id));
            _village.House.Clock.Move(TimeSpan.FromMinutes(1));
        }
        var rows = await _village.SignUps(_activity.Id);
        (_karim, _lena) = (rows[0], rows[1]);
        _village.House.Clock.Move(Doing.Evening.AddHours(1) - _village.House.Clock.GetUtcNow());
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Whoever_came_through_the_door_since_it_was_opened_stays_noted()
    {
        using var berit = await _village.As("berit@example.org");
        var opened = await List(berit);
        var code = _village.House.App.Services.GetRequiredService<HereCode>().For(_activity.Id).Path.Split('/')[^1];
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<BeHere>().Run(code)));
        var came = (await Now(_karim)).AttendedAt;
        Assert.NotNull(came);
        _village.House.Clock.Move(TimeSpan.FromMinutes(5));
        await berit.Submit(opened.Form("form[data-keep=list]", ("Input.Present", $"{_lena.Id}")));
        Assert.Equal(came, (await Now(_karim)).AttendedAt);
        Assert.NotNull((await Now(_lena)).AttendedAt);
        // Who is unticked by hand was not there.
        await berit.Submit((await List(berit)).Form("form[data-keep=list]", ("Input.Present", $"{_lena.Id}")));
        Assert.Null((await Now(_karim)).AttendedAt);
        Assert.NotNull((await Now(_lena)).AttendedAt);
    }

    [Fact]
    public async Task Two_organisers_who_note_what_is_paid_do_not_undo_each_other()
    {
        using var berit = await _village.As("berit@example.org");
        var (first, second) = (await List(berit), await List(berit));
        await berit.Submit(first.Form("form[data-keep=list]", ("Input.Settled", $"{_karim.Id}")));
        await berit.Submit(second.Form("form[data-keep=list]", ("Input.Settled", $"{_lena.Id}")));
        Assert.NotNull((await Now(_karim)).SettledAt);
        Assert.NotNull((await Now(_lena)).SettledAt);
    }

    [Fact]
    public async Task A_long_list_is_kept_whole()
    {
        var (people, rows) = (new List<object>(), new List<SignUp>());
        for (var i = 0; i < 600; i++)
        {
            var member = new Member($"guest-{i}", null, new($"Guest {i}", Audience.MyNetwork), _village.House.Clock.GetUtcNow());
            var row = new SignUp(_activity.Id, member.Id, _village.House.Clock.GetUtcNow());
            row.Become(SignUpState.Coming, row.At);
            people.Add(member);
            rows.Add(row);
        }
        await _village.House.Store([.. people, .. rows]);
        using var berit = await _village.As("berit@example.org");
        var form = (await List(berit)).Form("form[data-keep=list]");
        foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("[type=checkbox]"))
            box.IsChecked = true;
        (await berit.Submit(form)).Is(HttpStatusCode.OK);
        Assert.All(await _village.SignUps(_activity.Id), s => Assert.True(s is { AttendedAt: not null, SettledAt: not null }));
        await berit.Submit((await List(berit)).Form("form[data-keep=list]", ("Input.Settled", $"{rows[^1].Id}")));
        Assert.Equal(rows[^1].Id, Assert.Single(await _village.SignUps(_activity.Id), s => s.SettledAt is not null).Id);
    }

    [Fact]
    public async Task What_was_ticked_stands_in_a_list_that_is_refused()
    {
        var berit = (await _village.House.All<Member>()).Single(m => m.Name.Value == "Berit");
        var late = _village.House.Clock.GetUtcNow().AddDays(7);
        var next = await _village.Planned(
            berit,
            ActivityState.Open,
            a =>
            {
                a.Cost(new Price(12500, "SEK", "", "Swish 123"));
                a.Time(Doing.At(late));
            }
        );
        foreach (var name in new[] { "karim", "lena" })
            Assert.Null(await _village.SignsUp($"{name}@example.org", next.Id));
        var (karim, lena) = ((await _village.SignUps(next.Id))[0], (await _village.SignUps(next.Id))[1]);
        using var reader = await _village.As("berit@example.org");
        var opened = await reader.Open($"/activities/{next.Id}/people");
        // Somebody else notes meanwhile that Karim has paid.
        var paid = new ListInput { Settled = [$"{karim.Id}"] };
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<KeepList>().Run(next.Id, paid)));
        var page = await reader.Submit(
            opened.Form("form[data-keep=list]", ("Input.Present", $"{lena.Id}"), ("Input.Settled", $"{lena.Id}"))
        );
        Assert.Contains("not begun", page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal([$"{lena.Id}"], Ticked(page, "Input.Present"));
        Assert.Equal(new[] { $"{karim.Id}", $"{lena.Id}" }.Order(), Ticked(page, "Input.Settled").Order());
        // Without the box that was refused the rest is saved, and undoes nothing.
        var form = page.Form("form[data-keep=list]");
        foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("[name='Input.Present']"))
            box.IsChecked = false;
        await reader.Submit(form);
        Assert.All(await _village.SignUps(next.Id), s => Assert.True(s is { SettledAt: not null, AttendedAt: null }));
    }

    private static IEnumerable<string?> Ticked(Page page, string box) =>
        page.Html.QuerySelectorAll($"[name='{box}'][checked]").Select(e => e.GetAttribute("value"));

    private Task<Page> List(Reader reader) => reader.Open($"/activities/{_activity.Id}/people");

    private async Task<SignUp> Now(SignUp one) => (await _village.SignUps(_activity.Id)).Single(s => s.Id == one.Id);
}
