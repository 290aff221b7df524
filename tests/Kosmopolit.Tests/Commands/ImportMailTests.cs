using System.Text.RegularExpressions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>A mail server pipes what it took into the product: an answer from the member, a question back to anybody else.</summary>
[UsesDatabase]
public sealed partial class ImportMailTests
{
    private const string Karim = "karim@example.org";
    private const string Answers = "answers@kosmopolit.example";

    [Fact]
    public async Task A_piped_mail_is_an_answer_and_one_from_another_address_waits_for_a_word()
    {
        var village = new Village
        {
            Plan = new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:Mail:Reply:Address"] = Answers } },
        };
        await village.InitializeAsync();
        await using var house = village;
        // A process of its own has the clock of the wall.
        village.House.Clock.Move(TimeProvider.System.GetUtcNow() - village.House.Clock.GetUtcNow());
        var berit = await village.Settle("berit@example.org", "Berit", village.Home);
        await village.Trader(Karim, "Karim");
        var question = await village.SetsOut(berit.Id, Bringing.Everyone);
        await village.House.Bring();
        // Whatever the hour is: their mail may wait for the morning.
        village.House.Clock.Move(TimeSpan.FromHours(12));
        await village.House.WriteAsks();
        var address = (await village.MailTo(Karim))!.ReplyTo;

        Assert.Equal("Posted", await Pipe(village.House, Mail(Karim, address, "Många tackar ja – بعد الغروب.")));
        var answer = Assert.Single(await village.House.All<Answer>());
        Assert.Equal("Många tackar ja – بعد الغروب.", answer.Text);

        Assert.Equal("ToConfirm", await Pipe(village.House, Mail("karim@work.example", address, "And bring dates.")));
        Assert.Single(await village.House.All<Answer>());
        Assert.Null(await village.MailTo("karim@work.example"));
        var asked = (await village.MailTo(Karim))!;
        Assert.DoesNotContain("dates", asked.Text, StringComparison.Ordinal);
        using var reader = village.House.Reader();
        var page = await reader.Open(Link().Match(asked.Text).Value);
        Assert.Contains("And bring dates.", page.Text, StringComparison.Ordinal);
        await reader.Submit(page.Form());
        Assert.Contains("And bring dates.", (await reader.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);

        // What is no mail of ours ends well, too: a mail server takes anything else for a fault.
        Assert.Equal("Ignored", await Pipe(village.House, ""));
    }

    private static async Task<string> Pipe(House house, string mail)
    {
        List<string> arguments = ["import", "mail", $"--data={house.Database.Folder}", $"--Kosmopolit:Mail:Reply:Address={Answers}"];
        if (house.Database.Postgres is { } postgres)
            arguments.Add($"--ConnectionStrings:Postgres={postgres}");
        var (code, said, error) = await Started.Piped(mail, [.. arguments]);
        Assert.True(code == 0, error);
        return said.Trim();
    }

    // As it goes over the wire: quoted-printable, with the mail it answers below.
    private static string Mail(string from, string to, string text)
    {
        using var message = new MimeKit.MimeMessage { Subject = "Re: A question", MessageId = $"{Guid.NewGuid():N}@example.org" };
        message.From.Add(MimeKit.MailboxAddress.Parse(from));
        message.To.Add(MimeKit.MailboxAddress.Parse(to));
        message.Body = new MimeKit.BodyBuilder
        {
            TextBody = $"{text}\n\nDen mån 23 nov. 2026 kl 09:12 skrev Kosmopolit <a@b.example>:\n> Do you know this?",
        }.ToMessageBody();
        message.Prepare(MimeKit.EncodingConstraint.SevenBit);
        return message.ToString();
    }

    [GeneratedRegex("/mailed-answer/[^\\s?]+")]
    private static partial Regex Link();
}
