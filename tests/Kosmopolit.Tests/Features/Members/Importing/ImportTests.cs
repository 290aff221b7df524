using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Importing;

/// <summary>A sheet from the upload to the people in it, and back.</summary>
[UsesDatabase]
public sealed partial class ImportTests : IAsyncLifetime
{
    private const string List =
        "Namn;E-post;Företag;Orgnr;Kommun\n=1+1 Ek;ek@example.org;Ek AB;556036-0793;Umeå\nAsk;ask@example.org;Ek AB;556036-0793;Atlantis\nTrasig;ingen adress;;;\n";

    private readonly Village _village = new();
    private Reader _anna = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _anna = await _village.As(_village.Coordinator);
    }

    public async ValueTask DisposeAsync()
    {
        _anna.Dispose();
        await _village.DisposeAsync();
    }

    [Fact]
    public async Task Every_row_is_shown_with_its_problem_and_nothing_happens_before_it_is_confirmed()
    {
        var page = await Bring(List);
        Assert.Contains("2 rows can be invited. 1 row stays out.", page.Text, StringComparison.Ordinal);
        Assert.Contains("not an e-mail address", page.Text, StringComparison.Ordinal);
        Assert.Contains("no such municipality", page.Text, StringComparison.Ordinal);
        Assert.Contains("began like a formula", page.Text, StringComparison.Ordinal);
        Assert.Contains("they become colleagues", page.Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<ImportedPerson>());
        Assert.Empty(await _village.House.All<Invitation>());
        Assert.DoesNotContain(await _village.House.All<OutgoingMail>(), m => List.Contains(m.To, StringComparison.OrdinalIgnoreCase));
        var stored = Assert.Single(await _village.House.All<Import>());
        Assert.DoesNotContain("ek@example.org", Encoding.UTF8.GetString(stored.Content!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_this_network_already_stays_out_and_nothing_tells_of_those_who_hide_or_are_elsewhere()
    {
        await _village.Settle("here@example.org", "Here", _village.Home);
        var hidden = await _village.Settle("hides@example.org", "Hides", _village.Home);
        await _village.House.Do(db =>
            db.Set<Member>().Where(m => m.Id == hidden.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Presence, Audience.OnlyMe))
        );
        var nameless = await _village.Settle("nameless@example.org", "Nameless", _village.Home);
        await _village.House.Do(db =>
            db.Set<Member>().Where(m => m.Id == nameless.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name.Audience, Audience.OnlyMe))
        );
        var page = await Bring(
            $"E-post\nHere@example.org\nhides@example.org\nnameless@example.org\n{_village.Neighbour}\nek@example.org\n"
        );
        Assert.Contains("4 rows can be invited. 1 row stays out.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Is a member of this network already.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_twice_invites_everybody_once_and_makes_nobody_findable()
    {
        var page = await Bring(List);
        var form = Confirm(page);
        await Task.WhenAll(_anna.Submit(form), _anna.Submit(form), _anna.Submit(form));
        await _anna.Submit(form);
        Assert.Equal(["ask@example.org", "ek@example.org"], (await Invited()).Order());
        Assert.Equal(2, (await _village.House.All<Invitation>()).Count);
        Assert.Equal(2, (await _village.House.All<ImportedPerson>()).Count);
        Assert.Null((await _village.House.All<Import>())[0].Content);
        Assert.DoesNotContain(await _village.House.All<Member>(), m => m.Name.Value is "Ask" or "1+1 Ek");
        Assert.DoesNotContain("Ask", (await _anna.Open("/networks/norr/members")).Text, StringComparison.Ordinal);
        Assert.Contains("2 imported people have not answered", (await _anna.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_yes_finds_what_was_written_as_a_suggestion_and_is_in()
    {
        await _anna.Submit(Confirm(await Bring(List)));
        using var ek = _village.House.Reader();
        var page = await ek.Open(LinkIn(await MailTo("ek@example.org")));
        page = await ek.Submit(page.Form(fields: [("Input.Email", "ek@example.org")]));
        page = await ek.Submit(page.Form(fields: [("Input.Code", Code().Match((await MailTo("ek@example.org")).Subject).Value)]));
        page = await ek.Submit(page.Form(), (IHtmlElement)page.One("button[value=yes]"));
        Assert.Equal("1+1 Ek", page.One("[name='Input.Name']").GetAttribute("value"));
        var firm = await ek.Open("/me/firms/new?join=norr");
        Assert.Equal("Ek AB", firm.One("[name='Input.Name']").GetAttribute("value"));
        Assert.Equal("556036-0793", firm.One("[name='Input.OrganisationNumber']").GetAttribute("value"));
        Assert.Contains("2 imported", (await _anna.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
        page = await ek.Submit((await ek.Open("/join/norr/send")).Form());
        Assert.Contains("Welcome to Norr", page.Text, StringComparison.Ordinal);
        Assert.Contains("1+1 Ek", (await _anna.Open("/networks/norr/members")).Text, StringComparison.Ordinal);
        Assert.Contains("1 imported person", (await _anna.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
        await _village.Forget();
        Assert.Equal("ask@example.org", Assert.Single(await _village.House.All<ImportedPerson>()).Email);
    }

    // The village's other mails, of its clock for instance, are not of the list.
    private async Task<List<string>> Invited() =>
        [
            .. (await _village.House.All<OutgoingMail>())
                .Select(m => m.To)
                .Where(to => List.Contains(to, StringComparison.OrdinalIgnoreCase)),
        ];

    [Fact]
    public async Task An_import_is_undone_within_a_day_and_not_later()
    {
        var page = await _anna.Submit(Confirm(await Bring(List)));
        var link = LinkIn(await MailTo("ask@example.org"));
        page = await _anna.Submit(page.Form("main form.form"));
        Assert.Contains("was undone", page.Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<ImportedPerson>());
        Assert.Empty(await Invited());
        using var ask = _village.House.Reader();
        Assert.Contains("taken back", (await ask.Open(link)).One("[role=alert]").TextContent, StringComparison.Ordinal);

        page = await _anna.Submit(Confirm(await Bring(List)));
        var form = page.Form("main form.form");
        _village.House.Clock.Move(TimeSpan.FromHours(25));
        page = await _anna.Submit(form);
        Assert.Contains("for one day", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await _village.House.All<ImportedPerson>()).Count);
    }

    [Fact]
    public async Task A_file_that_nobody_confirms_is_forgotten_after_a_day()
    {
        var page = await Bring(List);
        var form = Confirm(page);
        _village.House.Clock.Move(TimeSpan.FromHours(25));
        await _village.Forget();
        Assert.All(await _village.House.All<Import>(), i => Assert.Null(i.Content));
        page = await _anna.Submit(form);
        Assert.Contains("no longer here", page.Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Invitation>());
    }

    [Fact]
    public async Task Columns_and_letters_can_be_said_otherwise()
    {
        var page = await Bring("Vem,Vart\nÅsa,asa@example.org\n", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        Assert.Contains("Windows-1252", page.Text, StringComparison.Ordinal);
        page = await _anna.Submit(
            page.Form("main form", [("Input.Columns[0]", "Name"), ("Input.Columns[1]", "Email"), ("Input.HasHeadings", "true")])
        );
        Assert.Contains("1 row can be invited. Nothing", page.Text, StringComparison.Ordinal);
        Assert.Contains("Åsa", page.Text, StringComparison.Ordinal);
        page = await _anna.Submit(page.Form("main form", [("Input.Letters", "UTF-8")]));
        Assert.Contains("not stored like that", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        page = await _anna.Submit(page.Form("main form", [("Input.Letters", "guess")]));
        Assert.Contains("can be invited", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_rows_are_there_within_seconds()
    {
        var list = "epost\n" + string.Concat(Enumerable.Range(0, SheetReader.MostRows).Select(i => $"p{i}@example.org\n"));
        var began = TimeProvider.System.GetTimestamp();
        var page = await _anna.Submit(Confirm(await Bring(list)));
        Assert.Contains(
            "2,000 people were sent",
            page.Text.Replace("\u00a0", ",", StringComparison.Ordinal).Replace("2000", "2,000", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
        page = await Bring("epost\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"p{i}@example.org\n")));
        Assert.Contains("holds 10001 rows", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_network_imports_or_looks()
    {
        var page = await Bring(List);
        await _village.Settle("plain@example.org", "Plain", _village.Home);
        using var member = await _village.As("plain@example.org");
        (await member.Open(page.Address.AbsolutePath)).Is(HttpStatusCode.NotFound);
        (await member.Open("/networks/norr/imports")).Is(HttpStatusCode.NotFound);
        using var neighbour = await _village.As(_village.Neighbour);
        (await neighbour.Open(page.Address.AbsolutePath)).Is(HttpStatusCode.NotFound);
    }

    private async Task<Page> Bring(string list, Encoding? letters = null)
    {
        var token = (await _anna.Open("/networks/norr/imports"))
            .One("main form input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        var bytes = (letters ?? new UTF8Encoding(false)).GetBytes(list);
        return await _anna.Send(() =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            return new HttpRequestMessage(HttpMethod.Post, "/networks/norr/imports")
            {
                Content = new MultipartFormDataContent
                {
                    { new StringContent("sheet"), "_handler" },
                    { new StringContent(token), "__RequestVerificationToken" },
                    { file, "Sheet", "lista.csv" },
                },
            };
        });
    }

    private static IHtmlFormElement Confirm(Page page) =>
        Assert.Single(
            page.Html.QuerySelectorAll("main form").OfType<IHtmlFormElement>(),
            f => f.QuerySelector("[name=Language]") is not null
        );

    private async Task<OutgoingMail> MailTo(string address) => (await _village.MailTo(address))!;

    private static string LinkIn(OutgoingMail mail) => Link().Match(mail.Text).Value;

    [GeneratedRegex(@"/invitations/\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\p{Nd}{6}")]
    private static partial Regex Code();
}
