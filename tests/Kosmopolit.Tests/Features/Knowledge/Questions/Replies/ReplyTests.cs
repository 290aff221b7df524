using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Replies;

/// <summary>Whoever was asked answers by replying to the mail; nobody else does.</summary>
[UsesDatabase]
public sealed class ReplyTests : IAsyncLifetime
{
    private const string Karim = "karim@example.org";

    private readonly Village _village = new()
    {
        Plan = new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:Mail:Reply:Address"] = "answers@kosmopolit.example" } },
    };

    private Member _berit = null!;
    private Question _question = null!;
    private string _address = "";

    private House House => _village.House;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Trader(Karim, "Karim");
        _question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        await House.WriteAsks();
        _address = (await _village.MailTo(Karim))!.ReplyTo;
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_reply_becomes_an_answer_once()
    {
        Assert.True(_address.Split('@')[0].Length <= 64, _address);
        var mail = Mail(
            Karim,
            _address,
            "Many like it after sunset.\n\nOn 23 Nov 2026 Kosmopolit <x@y.example> wrote:\n> Do you know this?"
        );
        Assert.Equal(Reception.Posted, await Receive(mail));
        Assert.Equal(Reception.Repeated, await Receive(mail));
        var answer = Assert.Single(await House.All<Answer>());
        Assert.Equal("Many like it after sunset.", answer.Text);
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Open($"/questions/{_question.Id}");
        Assert.Contains("Many like it after sunset.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Karim", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_mail_twice_at_once_answers_once()
    {
        var mail = Mail(Karim, _address, "After sunset.");
        var got = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Receive(mail))));
        Assert.Single(got, Reception.Posted);
        Assert.Single(await House.All<Answer>());
    }

    [Fact]
    public async Task Capitals_and_a_copy_find_it_too()
    {
        var mail = Mail(Karim, "other@elsewhere.example", "After sunset.");
        mail.Cc.Add(MailboxAddress.Parse(_address.ToUpperInvariant()));
        Assert.Equal(Reception.Posted, await Receive(mail));
    }

    [Fact]
    public async Task From_another_address_it_waits_for_the_members_word()
    {
        Assert.Equal(Reception.ToConfirm, await Receive(Mail("karim@work.example", _address, "After sunset.")));
        Assert.Empty(await House.All<Answer>());
        Assert.Null(await _village.MailTo("karim@work.example"));
        var asked = (await _village.MailTo(Karim))!;
        Assert.DoesNotContain("sunset", asked.Text, StringComparison.Ordinal);
        using var browser = House.Reader();
        var link = asked.Text.Split('\n').Single(l => l.Contains("/mailed-answer/", StringComparison.Ordinal));
        var page = await browser.Open(new Uri(link).PathAndQuery);
        Assert.Contains("After sunset.", page.Text, StringComparison.Ordinal);
        await browser.Submit(page.Form());
        Assert.Equal("After sunset.", Assert.Single(await House.All<Answer>()).Text);
        (await browser.Open(new Uri(link).PathAndQuery)).Is(HttpStatusCode.NotFound);
        Assert.Empty(await House.All<PendingReply>());
    }

    [Fact]
    public async Task A_forged_or_old_address_is_answered_once_and_never_posted()
    {
        var at = _address.IndexOf('@', StringComparison.Ordinal);
        var last = _address[at - 2] == 'a' ? 'b' : 'a';
        var forged = $"{_address[..(at - 2)]}{last}{_address[(at - 1)..]}";
        Assert.Equal(Reception.NoSuchAddress, await Receive(Mail("guess@example.net", forged, "Hello")));
        Assert.Equal(Reception.NoSuchAddress, await Receive(Mail("guess@example.net", forged, "Hello again")));
        Assert.Equal(Reception.NoSuchAddress, await Receive(Mail("guess@example.net", "answers@kosmopolit.example", "Anybody?")));
        Assert.Single(await MailsTo("guess@example.net"));
        House.Clock.Move(TimeSpan.FromDays(40));
        Assert.Equal(Reception.NoSuchAddress, await Receive(Mail(Karim, _address, "Late")));
        Assert.Contains("Den tiden är slut", (await _village.MailTo(Karim))!.Text, StringComparison.Ordinal);
        Assert.Empty(await House.All<Answer>());
    }

    [Fact]
    public async Task Files_are_left_out_and_their_sender_told()
    {
        var mail = Mail(Karim, _address, "");
        var body = new BodyBuilder { TextBody = "See the tariff." };
        body.Attachments.Add("tariff.pdf", new byte[] { 1, 2, 3 });
        mail.Body = body.ToMessageBody();
        Assert.Equal(Reception.Posted, await Receive(mail));
        Assert.Contains("tariff.pdf", Assert.Single(await House.All<Answer>()).Text, StringComparison.Ordinal);
        Assert.Contains("tariff.pdf", (await _village.MailTo(Karim))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_the_reason()
    {
        Assert.Equal(Reception.Refused, await Receive(Mail(Karim, _address, "> only the question")));
        Assert.Contains("no words of yours", (await _village.MailTo(Karim))!.Text, StringComparison.Ordinal);
        using var large = new MemoryStream();
        await Mail(Karim, _address, new string('x', 6 * 1024 * 1024)).WriteToAsync(large, Until.Stopped);
        large.Position = 0;
        var read = await Mailbox.ReadPiped(large, Until.Stopped);
        Assert.Equal(Reception.Refused, await Receive(read!));
        Assert.Contains("larger than 5 MB", (await _village.MailTo(Karim))!.Text, StringComparison.Ordinal);
        await House.Do(async db =>
        {
            (await db.FindAsync<Question>(_question.Id))!.Close(_berit.Id, House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        Assert.Equal(Reception.Refused, await Receive(Mail(Karim, _address, "Too late")));
        Assert.Contains("This question is closed", (await _village.MailTo(Karim))!.Text, StringComparison.Ordinal);
        Assert.Empty(await House.All<Answer>());
    }

    [Fact]
    public async Task Machines_and_strangers_mail_are_passed_over()
    {
        var away = Mail(Karim, _address, "I am away");
        away.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        var before = (await House.All<OutgoingMail>()).Count;
        Assert.Equal(Reception.Ignored, await Receive(away));
        Assert.Equal(Reception.Ignored, await Receive(Mail("a@b.example", "c@d.example", "Hello")));
        Assert.Equal(before, (await House.All<OutgoingMail>()).Count);
        Assert.Empty(await House.All<ReceivedMail>());
    }

    private Task<Reception> Receive(MimeMessage message) => Receive(IncomingMail.Read(message));

    private async Task<Reception> Receive(IncomingMail mail)
    {
        await using var scope = House.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveReply>().Run(mail, Until.Stopped);
    }

    private async Task<List<OutgoingMail>> MailsTo(string address) => [.. (await House.All<OutgoingMail>()).Where(m => m.To == address)];

    private static MimeMessage Mail(string from, string to, string text)
    {
        var message = new MimeMessage { Subject = "Re: Do you know this?", MessageId = $"{Guid.NewGuid():N}@example.org" };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        message.Body = new BodyBuilder { TextBody = text }.ToMessageBody();
        return message;
    }
}
