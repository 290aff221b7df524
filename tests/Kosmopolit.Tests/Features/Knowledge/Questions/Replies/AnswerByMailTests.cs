using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Replies;

/// <summary>Somebody asks on a page; somebody else answers out of their mail program, through real servers.</summary>
[UsesDatabase]
[Slow]
public sealed class AnswerByMailTests
{
    private const string Karim = $"karim@{MailTown.Domain}";

    [Fact]
    public async Task A_question_travels_by_mail_and_its_answer_back()
    {
        await using var town = await MailTown.Found("answers", "karim", "berit");
        var village = new Village
        {
            Plan = new Plan
            {
                Settings = Settings(town),
                Services = s =>
                {
                    s.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(new Poisoned()));
                    s.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(new Poisoned()));
                },
            },
        };
        await village.InitializeAsync();
        await using var house = village;
        await village.Settle($"berit@{MailTown.Domain}", "Berit", village.Home);
        await village.Trader(Karim, "Karim");
        using var berit = await village.As($"berit@{MailTown.Domain}");
        var asked = (
            await berit.Ask(Asking.Title, ("Input.Reach", nameof(Reach.Public)), ("Input.Country", "SA"), ("Input.Language", "en"))
        ).Id();
        await Words.Come(
            async () => (await village.House.All<QuestionRoute>()).Any(r => r.QuestionId == asked),
            TimeSpan.FromSeconds(30),
            "The way of the question"
        );
        await village.House.Bring();
        await village.House.WriteAsks();

        using var mail = await Fetch(town, "karim", m => m.Subject!.Contains(Asking.Title, StringComparison.Ordinal));
        Assert.Contains("We ask you because you know Saudi Arabia", mail.TextBody!, StringComparison.Ordinal);
        await Send(town, Poison());
        await Send(town, Reply(mail, "Yes, after sunset.\nMany like it."));
        await Send(town, Reply(mail, "", "I am on holiday", automatic: true));

        // The answer, and the note of absence, which is dealt with as well; what nobody can store keeps neither waiting.
        var mailbox = village.House.App.Services.GetRequiredService<Mailbox>();
        var taken = 0;
        await Words.Come(async () => (taken += await mailbox.Empty(Until.Stopped)) == 2, TimeSpan.FromSeconds(60), "The answer");
        Assert.Equal("Yes, after sunset.\nMany like it.", Assert.Single(await village.House.All<Answer>()).Text);
        Assert.Contains("Yes, after sunset.", (await berit.Open($"/questions/{asked}")).Text, StringComparison.Ordinal);
        await PutAside(village.House, town, mailbox);
    }

    private static async Task PutAside(House house, MailTown town, Mailbox mailbox)
    {
        await Words.Come(async () => (await Unread(town)).Count == 1, TimeSpan.FromSeconds(60), "The mail that poisons");
        for (var i = 0; i < Mailbox.MostTries; i++)
            Assert.Equal(0, await mailbox.Empty(Until.Stopped));
        // A fault may pass: it is tried for an hour.
        Assert.Single(await Unread(town));
        Assert.Equal(Mailbox.MostTries, (await house.All<ReceivedMail>()).Count(m => m.Reception == Reception.Failed));
        house.Clock.Move(Mailbox.Patience);
        // Whoever starts the place anew does not begin to count anew.
        var anew = ActivatorUtilities.CreateInstance<Mailbox>(house.App.Services);
        Assert.Equal(0, await anew.Empty(Until.Stopped));
        Assert.DoesNotContain(await house.All<ReceivedMail>(), m => m.Reception == Reception.Failed);
        Assert.Empty(await Unread(town));
        Assert.Single(await Found(town, SearchQuery.Flagged));
        var told = Assert.Single(house.Complaints.All, c => c.Contains("put aside", StringComparison.Ordinal));
        Assert.DoesNotContain(Poisoned.Sender, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret words", told, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<IList<UniqueId>> Unread(MailTown town) => Found(town, SearchQuery.NotSeen);

    private static async Task<IList<UniqueId>> Found(MailTown town, SearchQuery what)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", town.ImapPort, SecureSocketOptions.None, Until.Stopped);
        await client.AuthenticateAsync("answers", MailTown.Password, Until.Stopped);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly, Until.Stopped);
        var found = await client.Inbox.SearchAsync(what, Until.Stopped);
        await client.DisconnectAsync(quit: true, Until.Stopped);
        return found;
    }

    private static MimeMessage Poison()
    {
        var message = new MimeMessage
        {
            Subject = "secret words",
            Body = new TextPart { Text = "secret words" },
        };
        message.From.Add(MailboxAddress.Parse(Poisoned.Sender));
        message.To.Add(MailboxAddress.Parse($"answers@{MailTown.Domain}"));
        return message;
    }

    private static Dictionary<string, string?> Settings(MailTown town) =>
        new()
        {
            ["Kosmopolit:Mail:Host"] = "127.0.0.1",
            ["Kosmopolit:Mail:Port"] = $"{town.SmtpPort}",
            ["Kosmopolit:Mail:Security"] = "None",
            ["Kosmopolit:Mail:From"] = $"Kosmopolit <no-reply@{MailTown.Domain}>",
            ["Kosmopolit:Mail:Reply:Address"] = $"answers@{MailTown.Domain}",
            ["Kosmopolit:Mail:Reply:Host"] = "127.0.0.1",
            ["Kosmopolit:Mail:Reply:Port"] = $"{town.ImapPort}",
            ["Kosmopolit:Mail:Reply:User"] = "answers",
            ["Kosmopolit:Mail:Reply:Password"] = MailTown.Password,
            ["Kosmopolit:Mail:Reply:Security"] = "None",
        };

    private static MimeMessage Reply(MimeMessage to, string text, string? html = null, bool automatic = false)
    {
        var reply = new MimeMessage { Subject = $"Re: {to.Subject}", InReplyTo = to.MessageId };
        reply.From.Add(MailboxAddress.Parse(Karim));
        reply.To.AddRange(to.ReplyTo);
        var quoted = string.Join('\n', to.TextBody!.Split('\n').Select(l => $"> {l}"));
        reply.Body = new BodyBuilder
        {
            TextBody =
                text.Length == 0
                    ? null
                    : $"{text}\n\nOn Mon, 23 Nov 2026 at 09:00, Kosmopolit <{to.From.Mailboxes.First().Address}> wrote:\n{quoted}",
            HtmlBody = html,
        }.ToMessageBody();
        if (automatic)
            reply.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        return reply;
    }

    private static async Task Send(MailTown town, MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", town.SmtpPort, SecureSocketOptions.None, Until.Stopped);
        await client.SendAsync(message, Until.Stopped);
        await client.DisconnectAsync(quit: true, Until.Stopped);
        message.Dispose();
    }

    private static async Task<MimeMessage> Fetch(MailTown town, string user, Func<MimeMessage, bool> wanted)
    {
        MimeMessage? found = null;
        await Words.Come(
            async () =>
            {
                using var client = new ImapClient();
                await client.ConnectAsync("127.0.0.1", town.ImapPort, SecureSocketOptions.None, Until.Stopped);
                await client.AuthenticateAsync(user, MailTown.Password, Until.Stopped);
                await client.Inbox!.OpenAsync(FolderAccess.ReadOnly, Until.Stopped);
                for (var i = 0; found is null && i < client.Inbox.Count; i++)
                    if (await client.Inbox.GetMessageAsync(i, Until.Stopped) is { } message && wanted(message))
                        found = message;
                await client.DisconnectAsync(quit: true, Until.Stopped);
                return found is not null;
            },
            TimeSpan.FromSeconds(60),
            "The mail"
        );
        return found!;
    }
}

/// <summary>A database that stumbles over one sender, every time.</summary>
internal sealed class Poisoned : SaveChangesInterceptor
{
    public const string Sender = "poison@elsewhere.example";

    private static readonly string Known = new ReceivedMail("", Sender, Reception.NoSuchAddress, default).Sender;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) =>
        eventData.Context!.ChangeTracker.Entries<ReceivedMail>().Any(m => m.Entity.Sender == Known)
            ? throw new InvalidOperationException($"secret words of {Sender}")
            : ValueTask.FromResult(result);
}
