using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Networks.Letters;

/// <summary>A visitor writes to a network: confirmed first, passed on then, answered without an address on either side.</summary>
[UsesDatabase]
public sealed partial class LetterTests : IAsyncLifetime
{
    private const string Writer = "outside@example.org";

    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_letter_is_passed_on_only_when_its_writer_has_confirmed_it()
    {
        using var visitor = _village.House.Reader();
        var page = await Write(visitor, "May I come to a meeting?");
        Assert.Contains("Almost there", page.Text, StringComparison.Ordinal);
        Assert.Null(await _village.MailTo(_village.Coordinator));
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("May I come", (await anna.Open("/networks/norr/letters")).Body, StringComparison.Ordinal);

        var confirm = await visitor.Open(await Link());
        Assert.Null(await _village.MailTo(_village.Coordinator));
        await visitor.Submit(confirm.Form());
        var mail = (await _village.MailTo(_village.Coordinator))!;
        Assert.Contains("May I come to a meeting?", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Writer, mail.Text + mail.Html + mail.ReplyTo, StringComparison.Ordinal);
        Assert.Contains("1 letter waits", (await anna.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_shows_neither_address_and_is_given_once()
    {
        using var visitor = _village.House.Reader();
        await Write(visitor, "Hello?");
        await visitor.Submit((await visitor.Open(await Link())).Form());
        using var anna = await _village.As(_village.Coordinator);
        var page = await anna.Open("/networks/norr/letters");
        Assert.DoesNotContain(Writer, page.Body, StringComparison.Ordinal);
        var form = page.Form(fields: [("Input.Text", "Welcome on Tuesday.")]);
        page = await anna.Submit(form);
        Assert.Contains("Answered on", page.Text, StringComparison.Ordinal);
        var answer = (await _village.MailTo(Writer))!;
        Assert.Contains("Welcome on Tuesday.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_village.Coordinator, answer.Text + answer.Html + answer.ReplyTo, StringComparison.Ordinal);
        page = await anna.Submit(form);
        Assert.Contains("answered this already", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_travels_only_when_its_owner_says_so()
    {
        using var visitor = _village.House.Reader();
        await Write(visitor, "Write to me.", shares: true);
        await visitor.Submit((await visitor.Open(await Link())).Form());
        Assert.Equal(Writer, (await _village.MailTo(_village.Coordinator))!.ReplyTo);
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_is_thanked_and_forgotten()
    {
        using var program = _village.House.Reader();
        var form = (await program.Open("/networks/norr/contact")).Form(
            fields: [("Input.Name", "Bot"), ("Input.Email", Writer), ("Input.Text", "Buy!"), ("Input.Website", "https://spam.example")]
        );
        Assert.Contains("Almost there", (await program.Submit(form)).Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<VisitorLetter>());
        Assert.DoesNotContain(await _village.House.All<OutgoingMail>(), m => m.To == Writer);
    }

    [Fact]
    public async Task Letters_of_one_address_are_limited_without_telling()
    {
        using var visitor = _village.House.Reader();
        for (var i = 0; i < WriteLetter.MostPerAddress + 2; i++)
            Assert.Contains("Almost there", (await Write(visitor, $"Letter {i}")).Text, StringComparison.Ordinal);
        Assert.Equal(WriteLetter.MostPerAddress, (await _village.House.All<OutgoingMail>()).Count(m => m.To == Writer));
    }

    [Fact]
    public async Task An_old_link_says_so_and_what_nobody_confirmed_is_gone()
    {
        using var visitor = _village.House.Reader();
        await Write(visitor, "Too late");
        var link = await Link();
        _village.House.Clock.Move(TimeSpan.FromHours(25));
        Assert.Contains("too old", (await visitor.Open(link)).One("[role=alert]").TextContent, StringComparison.Ordinal);
        await _village.Forget();
        (await visitor.Open(link)).Is(HttpStatusCode.NotFound);
        Assert.Empty(await _village.House.All<VisitorLetter>());
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_network_reads_letters_and_no_address_stands_on_its_page()
    {
        await _village.Settle("plain@example.org", "Plain", _village.Home);
        using var member = await _village.As("plain@example.org");
        (await member.Open("/networks/norr/letters")).Is(HttpStatusCode.NotFound);
        using var visitor = _village.House.Reader();
        foreach (var path in new[] { "/networks/norr", "/networks/norr/contact" })
            Assert.DoesNotContain(_village.Coordinator, (await visitor.Open(path)).Body, StringComparison.Ordinal);
        Assert.Contains("Nobody runs", (await Write(visitor, "Anybody?", network: "soder")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Write(Reader visitor, string text, bool shares = false, string network = "norr")
    {
        var page = await visitor.Open($"/networks/{network}/contact");
        var form = page.Form(fields: [("Input.Name", "Tilde"), ("Input.Email", Writer), ("Input.Text", text)]);
        if (shares)
            page.Form(fields: [("Input.SharesAddress", "true")]);
        return await visitor.Submit(form);
    }

    private async Task<string> Link() => Path().Match((await _village.MailTo(Writer))!.Text).Value;

    [GeneratedRegex(@"/letters/\S+")]
    private static partial Regex Path();
}
