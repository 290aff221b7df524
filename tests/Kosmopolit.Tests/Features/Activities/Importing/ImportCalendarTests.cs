using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Importing;

/// <summary>A member brings a calendar, looks at every event, and proposes those that are ticked: nothing before, nothing twice.</summary>
[UsesDatabase]
public sealed class ImportCalendarTests(Village village) : IClassFixture<Village>, IAsyncLifetime
{
    private static int _members;

    private readonly string _email = $"cal{Interlocked.Increment(ref _members)}@example.org";
    private Reader _reader = null!;

    public async ValueTask InitializeAsync()
    {
        await village.Settle(_email, "Kalle", village.Home);
        _reader = await village.As(_email);
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Events_are_looked_at_ticked_and_proposed_once()
    {
        var uid = Guid.NewGuid();
        var file = File(
            Event(
                $"UID:{uid}",
                "SUMMARY:Customs <b>coffee</b>",
                "DTSTART;TZID=Europe/Stockholm:20270131T180000",
                "DTEND;TZID=Europe/Stockholm:20270131T193000",
                "RRULE:FREQ=MONTHLY;COUNT=3",
                "LOCATION:Umeå\\, Storgatan"
            ),
            Event("SUMMARY:Not this one", "DTSTART:20270202T180000", "DTEND:20270202T190000"),
            Event("SUMMARY:My doctor", "DTSTART:20270203T180000", "DTEND:20270203T190000", "CLASS:PRIVATE"),
            Event("SUMMARY:Broken", "DTSTART:20270230T180000"),
            Event("SUMMARY:Long ago", "DTSTART:20200202T180000")
        );
        var page = await Bring(file);
        Assert.Contains("3 events can be proposed", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 events stay out", page.Text, StringComparison.Ordinal);
        Assert.Contains("no such day", page.Html.QuerySelector("tr.out .error")!.TextContent, StringComparison.Ordinal);
        // What is marked as private waits for a tick; what cannot be has none.
        Assert.Equal([true, true, false], page.Html.QuerySelectorAll("[name='Input.Events']").Select(t => t.HasAttribute("checked")));
        Assert.Empty(await Mine());
        // Others see nothing of it, and the network hears nothing.
        using var other = await village.As(village.Coordinator);
        Assert.DoesNotContain("Customs", (await other.Open("/activities/import")).Text, StringComparison.Ordinal);

        page.One("[name='Input.Events'][value='2']").RemoveAttribute("checked");
        page = await _reader.Submit(page.Form("form[data-keep=ticked]"));
        Assert.Contains("1 event is proposed", page.Text, StringComparison.Ordinal);
        var activity = Assert.Single(await Mine());
        Assert.Equal(("Customs coffee", "Umeå, Storgatan", ActivityState.Idea), (activity.Title, activity.Place, activity.State));
        // The 31st three times: the shorter months between are left out, as its calendar has it.
        Assert.Equal(
            ["01-31", "03-31", "05-31"],
            activity.Times().Select(t => t.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Empty(await village.House.All<BroughtCalendar>());

        // The same file again: it is there already, and says where.
        page = await Bring(file);
        Assert.Contains("It is there already", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/activities/{activity.Id}", page.Links());
        var forced = await Confirm([1], (await village.House.All<BroughtCalendar>()).Single().Id);
        Assert.Contains("cannot be proposed", forced!.Text, StringComparison.Ordinal);
        // And so is what came out of this house itself.
        var entry = new CalendarEntry(activity.Id, "Ours", Doing.Evening, Doing.Evening.AddHours(1));
        page = await Bring(CalendarFile.Write("Ours", [entry], path => "https://example.org" + path));
        Assert.Contains("It is there already", page.Text, StringComparison.Ordinal);
        page = await _reader.Submit(page.Form("form:has(button:contains('Throw'))"));
        Assert.NotNull(page.Html.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task What_is_not_right_is_said_and_nothing_is_stored()
    {
        foreach (
            var (file, why) in new[]
            {
                ("", "Choose a file"),
                ("MZ no calendar", "no calendar file"),
                (File(), "no event"),
                (File(Event("SUMMARY:Large", $"X-PICTURE:{new string('x', 5_000_000)}")), "At most 2 megabytes"),
                (File([.. Enumerable.Range(0, 10_000).Select(i => Event($"SUMMARY:{i}"))]), "10000 events"),
            }
        )
        {
            var page = await Bring(file);
            Assert.Contains(
                why,
                page.Is(HttpStatusCode.OK)
                    .One(".refusal")
                    .TextContent.Replace("\u00a0", "", StringComparison.Ordinal)
                    .Replace(",", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain(await village.House.All<BroughtCalendar>(), c => c.FileName == Name);
        // Without a network there is nobody to propose anything to.
        await village.Settle($"lone-{_email}", "Lone", null);
        using var lone = await village.As($"lone-{_email}");
        (await lone.Open("/activities/import")).Is(HttpStatusCode.NotFound);
        Assert.NotNull(await Confirm([1], Guid.Empty));
    }

    [Fact]
    public async Task Many_are_proposed_within_a_day_s_measure_and_a_file_left_lying_goes()
    {
        var file = File([
            .. Enumerable
                .Range(1, 300)
                .Select(i =>
                    Event($"SUMMARY:Meeting {i}", $"UID:{_email}-{i}", $"DTSTART:2027{i % 12 + 1:00}05T{i % 24:00}0000", "DURATION:PT1H")
                ),
        ]);
        var page = await Bring(file);
        Assert.Equal(ConfirmCalendar.MostADay, page.Html.QuerySelectorAll("[name='Input.Events'][checked]").Length);
        Assert.Contains("And 100 more events", page.Text, StringComparison.Ordinal);
        var brought = (await village.House.All<BroughtCalendar>()).Single(c => c.FileName == Name);
        Assert.Contains("At most", (await Confirm([.. Enumerable.Range(1, 31)], brought.Id))!.Text, StringComparison.Ordinal);
        Assert.Contains("another file", (await Confirm([1], Guid.NewGuid()))!.Text, StringComparison.Ordinal);
        // Pressed twice at once it happens once.
        var presses = await Task.WhenAll(Confirm([1, 2], brought.Id), Confirm([1, 2], brought.Id));
        Assert.Single(presses, p => p is null);
        Assert.Equal(2, (await Mine()).Count);
        // One's own ideas are counted apart.
        for (var i = 0; i < ProposeActivity.MostADay; i++)
            Assert.Null(
                (
                    await village.House.By(
                        _email,
                        s => s.GetRequiredService<ProposeActivity>().Run(new ActivityInput { Title = "By hand" })
                    )
                ).Refusal
            );
        await Bring(file);
        await village.House.Do(db =>
            db.Set<BroughtCalendar>()
                .ExecuteUpdateAsync(c =>
                    c.SetProperty(x => x.At, village.House.Clock.GetUtcNow() - BroughtCalendar.Patience - TimeSpan.FromHours(1))
                )
        );
        await using (var scope = village.House.App.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<ForgetCalendars>().Run(Until.Stopped));
        Assert.Empty(await village.House.All<BroughtCalendar>());
    }

    private string Name => $"{_email}.ics";

    private Task<List<Activity>> Mine() =>
        village.House.Ask(db =>
            db.Set<Activity>()
                .Where(a => db.Set<Member>().Any(m => m.Id == a.ProposerId && db.Users.Any(u => u.Id == m.AccountId && u.Email == _email)))
                .Include(a => a.Exceptions)
                .AsNoTracking()
                .ToListAsync()
        );

    private async Task<Refusal?> Confirm(List<int> events, Guid file)
    {
        var input = new TickedInput { File = file, Events = events };
        return (await village.House.By(_email, s => s.GetRequiredService<ConfirmCalendar>().Run(input))).Refusal;
    }

    private async Task<Page> Bring(string file)
    {
        var open = await _reader.Open("/activities/import");
        if (open.Html.QuerySelector("input[type=file]") is null)
            open = await _reader.Submit(open.Form("form:has(button:contains('Throw'))"));
        var hidden = open.Form("form[data-keep=calendar]")
            .QuerySelectorAll("input[type=hidden]")
            .Select(e => (e.GetAttribute("name")!, e.GetAttribute("value") ?? ""))
            .ToList();
        return await _reader.Send(() =>
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in hidden)
                content.Add(new StringContent(value), name);
            var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
            bytes.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
            content.Add(bytes, "Brought.File", Name);
            return new HttpRequestMessage(HttpMethod.Post, "/activities/import") { Content = content };
        });
    }

    private static string Event(params string[] lines) => $"BEGIN:VEVENT\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\n";

    private static string File(params string[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{string.Concat(events)}END:VCALENDAR\r\n";
}
