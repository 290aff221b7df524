using System.Text.RegularExpressions;
using CsCheck;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.SignUps;

/// <summary>Whoever came first has the seat; nobody is dropped in silence, whatever happens at once.</summary>
[UsesDatabase]
public sealed partial class SeatTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Of_fifty_who_want_the_last_seat_at_once_exactly_one_gets_it()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Seat(new Seats(1, 1, null, "")));
        for (var i = 0; i < 50; i++)
            await _village.Settle($"guest{i}@example.org", $"Guest {i}", _village.Home);
        var refused = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => Task.Run(() => _village.SignsUp($"guest{i}@example.org", activity.Id)))
        );
        Assert.All(refused, Assert.Null);
        var rows = await _village.SignUps(activity.Id);
        Assert.Equal(50, rows.Count);
        Assert.Single(rows, r => r.State == SignUpState.Coming);
        Assert.Equal(49, rows.Count(r => r.State == SignUpState.Waiting));
    }

    [Fact]
    public async Task Whoever_presses_twice_at_once_is_on_the_list_once()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        var karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        var refused = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => _village.SignsUp("karim@example.org", activity.Id)))
        );
        Assert.Single(refused, r => r is null);
        Assert.All(refused.OfType<Refusal>(), r => Assert.Contains("Once is enough", r.Text, StringComparison.Ordinal));
        Assert.Equal(karim.Id, Assert.Single(await _village.SignUps(activity.Id)).MemberId);
    }

    [Fact]
    public async Task A_seat_that_gets_free_goes_to_whoever_has_waited_longest()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Seat(new Seats(1, 1, null, "")));
        foreach (var name in new[] { "first", "second", "third" })
        {
            await _village.Settle($"{name}@example.org", name, _village.Home);
            Assert.Null(await _village.SignsUp($"{name}@example.org", activity.Id));
            _village.House.Clock.Move(TimeSpan.FromMinutes(1));
        }
        Assert.StartsWith("You are on the waiting list", (await _village.MailTo("second@example.org"))!.Subject, StringComparison.Ordinal);
        await _village.House.By("first@example.org", s => s.GetRequiredService<JoinActivity>().Leave(activity.Id));
        Assert.StartsWith("You have a seat", (await _village.MailTo("second@example.org"))!.Subject, StringComparison.Ordinal);
        Assert.StartsWith("You are on the waiting list", (await _village.MailTo("third@example.org"))!.Subject, StringComparison.Ordinal);
        // Whoever left and comes back stands at the end of the line.
        Assert.Null(await _village.SignsUp("first@example.org", activity.Id));
        var rows = await _village.SignUps(activity.Id);
        Assert.Single(rows, r => r.State == SignUpState.Coming);
        Assert.Equal(2, rows.Count(r => r.State == SignUpState.Waiting));
        Assert.StartsWith("You are on the waiting list", (await _village.MailTo("first@example.org"))!.Subject, StringComparison.Ordinal);
        // More seats go to those who wait; fewer than are taken are refused.
        var input = ActivityInput.Of(await _village.Now(activity.Id));
        input.Capacity = "3";
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<ChangeActivity>().Run(activity.Id, input)));
        Assert.All(await _village.SignUps(activity.Id), r => Assert.Equal(SignUpState.Coming, r.State));
        input.Capacity = "2";
        var refused = await _village.House.By("berit@example.org", s => s.GetRequiredService<ChangeActivity>().Run(activity.Id, input));
        Assert.Contains("nobody loses it", refused!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_day_and_without_an_answer_nobody_signs_up()
    {
        var last = _village.House.Clock.GetUtcNow().AddDays(1);
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Seat(new Seats(1, null, last, "Which firm?")));
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        Assert.Contains("answer the question", (await _village.SignsUp("karim@example.org", activity.Id))!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        Assert.Contains("last day", (await _village.SignsUp("karim@example.org", activity.Id, "Mine"))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_has_a_seat_once_the_mail_was_opened_and_gives_it_back_by_the_same_link()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));
        using var visitor = _village.House.Reader();
        var form = (await visitor.Open($"/activities/{activity.Id}/sign-up")).Form(
            "form[data-keep=visitor-join]",
            ("Input.Name", "Tilde"),
            ("Input.Email", "tilde@example.net")
        );
        Assert.Contains("sent you a mail", (await visitor.Submit(form)).Text, StringComparison.Ordinal);
        Assert.Equal(SignUpState.Unconfirmed, Assert.Single(await _village.SignUps(activity.Id)).State);
        var link = Link().Match((await _village.MailTo("tilde@example.net"))!.Text).Value;
        Assert.Contains("comes", (await visitor.Submit((await visitor.Open(link)).Form())).Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", (await _village.MailTo("tilde@example.net"))!.Calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("tilde", (await visitor.Open($"/activities/{activity.Id}")).Body, StringComparison.OrdinalIgnoreCase);
        await visitor.Submit((await visitor.Open(link)).Form("form:has(.danger)"));
        Assert.Equal(SignUpState.Left, Assert.Single(await _village.SignUps(activity.Id)).State);
    }

    [Fact]
    public async Task Nobody_fills_a_mailbox_with_sign_ups()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));
        using var visitor = _village.House.Reader();
        var letters = new HashSet<Guid>();
        for (var i = 0; i < 6; i++)
        {
            var form = (await visitor.Open($"/activities/{activity.Id}/sign-up")).Form(
                "form[data-keep=visitor-join]",
                ("Input.Name", "Tilde"),
                ("Input.Email", i % 2 == 0 ? "tilde@example.net" : "Tilde@Example.net")
            );
            Assert.Contains("sent you a mail", (await visitor.Submit(form)).Text, StringComparison.Ordinal);
            letters.Add((await _village.MailTo("tilde@example.net"))!.Id);
        }
        Assert.Equal(JoinAsVisitor.MostForOne, letters.Count);
        // The last link still holds.
        var link = Link().Match((await _village.MailTo("tilde@example.net"))!.Text).Value;
        Assert.Contains("comes", (await visitor.Submit((await visitor.Open(link)).Form())).Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromHours(2));
        await visitor.Submit(
            (await visitor.Open($"/activities/{activity.Id}/sign-up")).Form(
                "form[data-keep=visitor-join]",
                ("Input.Name", "Tilde"),
                ("Input.Email", "tilde@example.net")
            )
        );
        Assert.True(letters.Add((await _village.MailTo("tilde@example.net"))!.Id));
    }

    [Fact]
    public async Task Reminders_come_once_and_only_to_those_who_want_them()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.Settle("leila@example.org", "Leila", _village.Home);
        await _village.SignsUp("karim@example.org", activity.Id, hours: 24);
        await _village.SignsUp("leila@example.org", activity.Id);
        Assert.False(await Remind());
        _village.House.Clock.Move(Doing.Evening.AddHours(-20) - _village.House.Clock.GetUtcNow());
        Assert.True(await Remind());
        Assert.False(await Remind());
        Assert.StartsWith("Soon", (await _village.MailTo("karim@example.org"))!.Subject, StringComparison.Ordinal);
        Assert.StartsWith("You have a seat", (await _village.MailTo("leila@example.org"))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_never_lets_anybody_past_and_leaves_no_seat_empty() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 11].Array[1, 60])
            .Sample(
                (capacity, deeds) =>
                {
                    var (activity, all, now) = (Guid.NewGuid(), new List<SignUp>(), DateTimeOffset.UnixEpoch);
                    foreach (var deed in deeds)
                    {
                        now = now.AddMinutes(1);
                        if (deed < 8)
                        {
                            var one = new SignUp(activity, Guid.NewGuid(), now);
                            all.Add(one);
                            WaitingList.Stand(one, all, capacity, now);
                        }
                        else if (all.Where(s => s.State is SignUpState.Coming or SignUpState.Waiting).ToList() is { Count: > 0 } there)
                        {
                            there[deed * 7 % there.Count].Become(SignUpState.Left, now);
                            WaitingList.MoveUp(all, capacity, now);
                        }
                        var (seated, waiting) = (
                            all.Where(s => s.State == SignUpState.Coming).ToList(),
                            all.Where(s => s.State == SignUpState.Waiting).ToList()
                        );
                        if (seated.Count > capacity || (waiting.Count > 0 && seated.Count < capacity))
                            return false;
                        // All came in the order of the list: whoever waits came after whoever sits.
                        if (waiting.Count > 0 && seated.Max(all.IndexOf) > waiting.Min(all.IndexOf))
                            return false;
                    }
                    return true;
                }
            );

    private async Task<bool> Remind()
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Remind>().Next(Until.Stopped);
    }

    [GeneratedRegex(@"/activities/signed/\S+")]
    private static partial Regex Link();
}
