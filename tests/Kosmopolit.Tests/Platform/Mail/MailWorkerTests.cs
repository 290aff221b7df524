using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kosmopolit.Tests.Platform.Mail;

/// <summary>Mails leave once, come back when they must, and are given up in the open.</summary>
[UsesDatabase]
public sealed partial class MailWorkerTests : IAsyncLifetime
{
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.Open();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_mail_that_is_taken_is_done_and_its_words_are_erased()
    {
        await using var office = new PostOffice();
        await Write("member@example.org");
        Assert.True(await Worker(office).SendNext(Until.Stopped));
        Assert.False(await Worker(office).SendNext(Until.Stopped));

        var letter = Assert.Single(office.Seen);
        Assert.Contains("To: member@example.org", letter, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", letter, StringComparison.Ordinal);
        Assert.Contains("Content-Language: ar", letter, StringComparison.Ordinal);
        var mail = await OnlyMail();
        Assert.Equal(_house.Clock.GetUtcNow(), mail.SentAt);
        Assert.Equal(("", "", (DateTimeOffset?)null), (mail.Text, mail.Html, mail.DueAt));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_later_with_the_same_letter()
    {
        await using var office = new PostOffice(Says.Later);
        await Write();
        await Worker(office).SendNext(Until.Stopped);
        var waiting = await OnlyMail();
        Assert.Equal(_house.Clock.GetUtcNow().AddMinutes(1), waiting.DueAt);
        Assert.Contains("451", waiting.LastError, StringComparison.Ordinal);
        Assert.False(await Worker(office).SendNext(Until.Stopped));

        _house.Clock.Move(TimeSpan.FromMinutes(1));
        await Worker(office).SendNext(Until.Stopped);
        Assert.NotNull((await OnlyMail()).SentAt);
        Assert.Equal(2, office.Seen.Count);
        Assert.Single(office.Seen.Select(l => MessageId().Match(l).Value).Distinct());
    }

    [Fact]
    public async Task A_server_that_says_never_is_believed()
    {
        await using var office = new PostOffice(Says.Never);
        await Write();
        await Worker(office).SendNext(Until.Stopped);
        var mail = await OnlyMail();
        Assert.NotNull(mail.GivenUpAt);
        Assert.Null(mail.DueAt);
        Assert.Equal("", mail.Text);
        Assert.Contains("550", mail.LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Says.Nothing)]
    [InlineData(Says.Later)]
    public async Task After_two_days_of_failure_a_mail_is_a_dead_letter(Says always)
    {
        await using var office = new PostOffice([.. Enumerable.Repeat(always, 50)]);
        await Write();
        var start = _house.Clock.GetUtcNow();
        while ((await OnlyMail()).DueAt is { } due)
        {
            _house.Clock.Move(due - _house.Clock.GetUtcNow());
            Assert.True(await Worker(office).SendNext(Until.Stopped));
        }
        var mail = await OnlyMail();
        Assert.Equal(OutgoingMail.MaxAttempts, mail.Attempts);
        Assert.Equal(OutgoingMail.MaxAttempts, office.Seen.Count);
        Assert.NotNull(mail.GivenUpAt);
        Assert.InRange((mail.GivenUpAt.Value - start).TotalHours, 24, 72);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        var office = new PostOffice();
        await office.DisposeAsync();
        await Write();
        await Worker(office.Port).SendNext(Until.Stopped);
        Assert.NotNull((await OnlyMail()).DueAt);
    }

    [Fact]
    public async Task A_mail_in_the_hands_of_a_killed_process_comes_due_again()
    {
        await using var office = new PostOffice(Says.Silence);
        await Write();
        using var kill = new CancellationTokenSource();
        var dying = Worker(office).SendNext(kill.Token);
        await office.Silent.Task;
        Assert.False(await Worker(office).SendNext(Until.Stopped), "Nobody else takes it while it may still be under way.");
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying);

        _house.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.True(await Worker(office).SendNext(Until.Stopped));
        Assert.NotNull((await OnlyMail()).SentAt);
    }

    [Fact]
    public async Task Two_workers_send_every_mail_once()
    {
        await using var office = new PostOffice();
        for (var number = 0; number < 20; number++)
            await Write($"member-{number}@example.org");
        await Task.WhenAll(SendAll(Worker(office)), SendAll(Worker(office)));
        Assert.Equal(20, office.Seen.Select(l => MessageId().Match(l).Value).Distinct().Count());
        Assert.Equal(20, office.Seen.Count);
    }

    [Fact]
    public async Task A_mail_that_is_no_longer_of_use_is_not_sent()
    {
        await using var office = new PostOffice();
        await Write(expires: TimeSpan.FromMinutes(10));
        _house.Clock.Move(TimeSpan.FromMinutes(10));
        await Worker(office).SendNext(Until.Stopped);
        Assert.Empty(office.Seen);
        Assert.NotNull((await OnlyMail()).GivenUpAt);
    }

    [Theory]
    [InlineData("REQUEST")]
    [InlineData("CANCEL")]
    [InlineData("PUBLISH")]
    public async Task A_calendar_travels_as_what_it_says_of_itself(string method)
    {
        await using var office = new PostOffice();
        var entry = new CalendarEntry(
            Guid.NewGuid(),
            "METHOD:CANCEL",
            _house.Clock.GetUtcNow(),
            _house.Clock.GetUtcNow().AddHours(1),
            "Europe/Stockholm"
        )
        {
            Text = "\r\nMETHOD:REQUEST\r\nMETHOD:CANCEL\r\n",
            IsCancelled = method == "CANCEL",
        };
        IReadOnlyList<CalendarEntry> entries = method == "PUBLISH" ? [entry, entry with { Id = Guid.NewGuid() }] : [entry];
        var calendar = CalendarFile.Bring(entries, p => $"https://example.org{p}", "us@example.org", "member@example.org");
        Assert.Contains($"\nMETHOD:{method}", calendar, StringComparison.Ordinal);
        var now = _house.Clock.GetUtcNow();
        await _house.Store(new OutgoingMail("member@example.org", "Your meetings", "9:00\n", "<p>9:00</p>", "en", now).With(calendar));
        Assert.True(await Worker(office).SendNext(Until.Stopped));
        var parts = Parts().Matches(Assert.Single(office.Seen)).Select(m => m.Groups[1].Value);
        Assert.Equal([method, method], parts);
    }

    private static async Task SendAll(MailWorker worker)
    {
        while (await worker.SendNext(Until.Stopped)) { }
    }

    private Task Write(string to = "member@example.org", TimeSpan? expires = null)
    {
        var now = _house.Clock.GetUtcNow();
        return _house.Store(new OutgoingMail(to, "رمزك هو 123456", "123456\n", "<p>123456</p>", "ar", now, now + expires));
    }

    private async Task<OutgoingMail> OnlyMail() => Assert.Single(await _house.All<OutgoingMail>());

    private MailWorker Worker(PostOffice office) => Worker(office.Port);

    private MailWorker Worker(int port) =>
        new(
            _house.App.Services.GetRequiredService<IServiceScopeFactory>(),
            new PostOptions
            {
                Host = "127.0.0.1",
                Port = port,
                Security = SecureSocketOptions.None,
            },
            new Readiness(),
            _house.Clock,
            NullLogger<MailWorker>.Instance
        );

    [GeneratedRegex("text/calendar;[^\\n]*\\s*method=\"?(\\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();

    [GeneratedRegex("^Message-Id: .*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
