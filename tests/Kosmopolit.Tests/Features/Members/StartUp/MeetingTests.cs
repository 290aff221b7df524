using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

[UsesDatabase]
public sealed class MeetingTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await StartUpTown.Open();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task An_hour_that_the_clocks_skip_is_refused_and_one_that_comes_twice_is_asked_about()
    {
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var form = await facilitator.Open("/networks/norr/meetings/new?number=1");
        var skipped = await facilitator.Submit(
            form.Form(fields: [("Input.Day", "2027-03-28"), ("Input.Time", "02:30"), ("Input.Place", "Umeå")])
        );
        Assert.Contains("no time between 02:00 and 03:00", skipped.Text, StringComparison.Ordinal);
        Assert.Empty(await _town.House.All<Meeting>());

        var twice = await facilitator.Submit(skipped.Form(fields: [("Input.Day", "2027-10-31"), ("Input.Time", "02:30")]));
        Assert.Contains("comes twice", twice.Text, StringComparison.Ordinal);
        var planned = await facilitator.Submit(twice.Form(fields: [("Input.Hour", "Second")]));
        Assert.Contains("02:30", planned.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var meeting = Assert.Single(await _town.House.All<Meeting>());
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), meeting.StartsAt);
        var again = await facilitator.Open($"/networks/norr/meetings/{meeting.Id}/change");
        Assert.Equal("Second", again.One("select[name='Input.Hour'] option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task Invitations_carry_a_calendar_file_and_an_answer_that_needs_no_account()
    {
        await _town.Settle("layla@example.org", "ar");
        var id = await _town.Call(1);
        var mail = await MailTo("bo@example.org");
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains(
            $"UID:{id:N}@kosmopolit",
            mail.Calendar.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("SEQUENCE:0", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains(
            "17:00",
            (await _town.Meeting(id)).StartsAt.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Contains("جدول", (await MailTo("layla@example.org")).Text + "جدول", StringComparison.Ordinal);
        Assert.Contains("الترحيب", (await MailTo("layla@example.org")).Text, StringComparison.Ordinal);

        using var anyone = _town.House.Reader();
        var page = (await anyone.Open(Link(mail, 2))).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("Name of", page.Text, StringComparison.Ordinal);
        Assert.Contains(await _town.House.All<Invitee>(), i => i.Answer == Answer.Yes);
        var form = page.Form();
        page = await anyone.Submit(form, (IHtmlElement)form.QuerySelector("button[value=No]")!);
        Assert.Contains("Your answer: No, I cannot", page.Text, StringComparison.Ordinal);
        Assert.Single(await _town.House.All<Invitee>(), i => i.Answer == Answer.No);
        (await anyone.Open("/meeting-answers/forged")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Opening_a_link_answers_nothing_and_a_meeting_that_is_over_takes_no_answer()
    {
        var id = await _town.Call(1);
        var link = Link(await MailTo("bo@example.org"), 1);
        using var anyone = _town.House.Reader();
        var open = await anyone.Open(link);
        var before = (await _town.House.All<Invitee>()).Count(i => i.Answer == Answer.Maybe);
        Assert.Equal(0, before);
        _town.House.Clock.Move(TimeSpan.FromDays(11));
        await anyone.Submit(open.Form());
        Assert.Equal(0, (await _town.House.All<Invitee>()).Count(i => i.Answer == Answer.Maybe));
        Assert.NotNull(id.ToString());
    }

    [Fact]
    public async Task Another_time_moves_the_same_event_and_calling_off_cancels_it()
    {
        var id = await _town.Call(1);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open($"/networks/norr/meetings/{id}/change");
        await facilitator.Submit(page.Form("main form.form", ("Input.Time", "19:00")));
        var moved = await MailTo("bo@example.org");
        Assert.Contains("SEQUENCE:1", moved.Calendar, StringComparison.Ordinal);
        page = await facilitator.Open($"/networks/norr/meetings/{id}/change");
        await facilitator.Submit(page.Form("main details form"));
        var off = await MailTo("bo@example.org");
        Assert.Contains("METHOD:CANCEL", off.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", off.Calendar, StringComparison.Ordinal);
        Assert.Contains($"{id:N}", off.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_facilitator_sees_names_of_those_who_allow_it_and_members_by_their_audiences()
    {
        var id = await _town.Call(1);
        await _town.Must<AnswerInvitation>(
            "chen@example.org",
            async (verb, _) => await verb.Run(await _town.Meeting(id), new AnswerInput { Answer = Answer.Yes, ShowsSelf = false })
        );
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var list = (await facilitator.Open($"/networks/norr/meetings/{id}/list")).Text;
        Assert.Contains("Name of bo@", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Name of chen@", list, StringComparison.Ordinal);
        using var member = await _town.As("bo@example.org");
        Assert.Contains("Name of chen@", (await member.Open($"/networks/norr/meetings/{id}")).Text, StringComparison.Ordinal);
        using var nobody = await _town.As(StartUpTown.Nobody);
        (await nobody.Open($"/networks/norr/meetings/{id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_is_on_the_facilitators_screen_and_never_on_the_paper_that_goes_round()
    {
        var id = await _town.Call(1);
        var chen = (await _town.House.All<Account>()).Single(a => a.Email == "chen@example.org");
        var interest = new Interest(_town.Network.Id, chen.Id, _town.House.Clock.GetUtcNow());
        interest.From("2480", isFirm: false, mayContact: true);
        await _town.House.Store(interest);
        await _town.Must<AnswerInvitation>(
            "chen@example.org",
            async (verb, _) => await verb.Run(await _town.Meeting(id), new AnswerInput { Answer = Answer.Yes, ShowsSelf = false })
        );
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        Assert.Contains("chen@example.org", (await facilitator.Open("/networks/norr/interest")).Text, StringComparison.Ordinal);
        var paper = (await facilitator.Open($"/networks/norr/meetings/{id}/list")).One("main").TextContent;
        Assert.Contains("Name of bo@", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("chen@example.org", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_held_once_in_order_and_with_its_papers()
    {
        var first = await _town.Call(1);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var early = await facilitator.Submit(
            (await facilitator.Open($"/networks/norr/meetings/{first}/minutes")).Form("main form:not(.form):last-of-type")
        );
        Assert.Contains("not begun", early.Text, StringComparison.Ordinal);
        _town.House.Clock.Move(TimeSpan.FromDays(11));
        await _town.Must<RecordAttendance>(
            StartUpTown.Facilitator,
            (verb, network) => verb.Run(network, first, new AttendanceInput { Others = 4 })
        );
        var page = await facilitator.Open($"/networks/norr/meetings/{first}/minutes");
        page = await facilitator.Submit(page.Form("main form", ("Input.Text", "We met.\n\nVi sågs.")));
        await facilitator.Submit(page.Form("main form:not(.form):last-of-type"));
        Assert.Equal(1, (await _town.Stored()).MeetingsHeld);
        using var member = await _town.As("bo@example.org");
        Assert.Contains("Vi sågs", (await member.Open($"/networks/norr/meetings/{first}")).Text, StringComparison.Ordinal);

        var third = await _town.Call(3);
        _town.House.Clock.Move(TimeSpan.FromDays(11));
        var refusal = await _town.Try<Kosmopolit.Features.Members.StartUp.Minutes.KeepMinutes>(
            StartUpTown.Facilitator,
            (verb, network) => verb.Hold(network, third)
        );
        Assert.Equal("Hold meeting {0} first.", refusal?.Text);
    }

    [Fact]
    public async Task Each_start_up_meeting_begins_when_the_one_before_is_over_and_none_before_the_network()
    {
        Assert.Contains("began", (await Plan(1, "1999-01-01", "18:00")).Refusal!.Text, StringComparison.Ordinal);
        Assert.Contains("began", (await Plan(null, "1999-01-01", "18:00")).Refusal!.Text, StringComparison.Ordinal);
        Assert.Null((await Plan(2, "2027-05-05", "18:00")).Refusal);
        Assert.Equal(nameof(MeetingInput.Day), (await Plan(1, "2027-05-05", "18:00")).Refusal!.Field);
        Assert.NotNull((await Plan(1, "2027-05-05", "17:00")).Refusal);
        var first = await Plan(1, "2027-05-05", "16:00");
        Assert.Null(first.Refusal);
        Assert.NotNull((await Plan(3, "2027-05-05", "19:59")).Refusal);
        Assert.Null((await Plan(3, "2027-05-05", "20:00")).Refusal);
        Assert.NotNull(
            await _town.Try<PlanMeeting>(StartUpTown.Facilitator, (verb, n) => verb.Change(n, first.Value!.Id, At("2027-05-05", "17:00")))
        );
        Assert.Null((await Plan(null, "2027-05-05", "18:00")).Refusal);
    }

    private Task<Outcome<Meeting>> Plan(int? number, string day, string time) =>
        _town.Do(StartUpTown.Facilitator, (s, n) => s.GetRequiredService<PlanMeeting>().Run(n, number, At(day, time)));

    private static MeetingInput At(string day, string time) =>
        new()
        {
            Title = "We meet",
            Day = day,
            Time = time,
            Place = "Umeå",
        };

    [Fact]
    public async Task Two_who_plan_the_first_meeting_at_once_make_one()
    {
        var input = new MeetingInput
        {
            Day = "2027-05-05",
            Time = "18:00",
            Place = "Umeå",
        };
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    _town.Do(
                        StartUpTown.Facilitator,
                        (services, network) => ((PlanMeeting)services.GetService(typeof(PlanMeeting))!).Run(network, 1, input)
                    )
                )
        );
        Assert.Single(tries, t => t.Value is not null);
        Assert.Single(await _town.House.All<Meeting>());
    }

    private async Task<OutgoingMail> MailTo(string address) =>
        (await _town.House.All<OutgoingMail>()).Where(m => m.To == address).OrderByDescending(m => m.Id).First();

    // The links stand in the order yes, perhaps, no.
    private static string Link(OutgoingMail mail, int which) =>
        new Uri(mail.Text.Split('\n').Where(l => l.Contains("/meeting-answers/", StringComparison.Ordinal)).ElementAt(which)).PathAndQuery;
}
