using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Networks.Partners;

/// <summary>An organisation that supports a network: asked, taken on, ended; and nothing of the members opens by it.</summary>
[UsesDatabase]
public sealed class PartnerTests : IAsyncLifetime
{
    private const string Adviser = "adviser@example.org";

    private readonly Village _village = new();
    private PartnerOrganisation _organisation = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var now = _village.House.Clock.GetUtcNow();
        _organisation = new PartnerOrganisation("stod", "Stöd & Råd", now);
        _organisation.SitIn(["Umeå", "Luleå"], now);
        var account = new Account(Adviser, "en", now);
        await _village.House.Store(_organisation, account, new Mandate(account.Id, Role.Adviser, _organisation.Id, now, "works there"));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_cooperation_is_proposed_accepted_shown_and_ended_by_either_side()
    {
        using var anna = await _village.As(_village.Coordinator);
        using var visitor = _village.House.Reader();
        await Propose(anna, office: true);
        Assert.Contains("asks for your support", (await _village.MailTo(Adviser))!.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Stöd & Råd", (await visitor.Open("/networks/norr")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We hope", (await visitor.Open("/partners/stod")).Text, StringComparison.Ordinal);

        using var adviser = await _village.As(Adviser);
        var page = await adviser.Open("/partners/stod");
        Assert.Contains("We hope for advice.", page.Text, StringComparison.Ordinal);
        page = await Answer(adviser, page, "accept", ("Answer.Contact", "Runa Ek"), ("Answer.Offer", "Two talks a year."));
        Assert.Contains("Two talks a year.", page.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/networks/norr", "/networks/norr/partners", "/partners/stod" })
        {
            var shown = (await visitor.Open($"{path}?fresh=1")).Text;
            Assert.Contains("Two talks a year.", shown, StringComparison.Ordinal);
            Assert.Contains("Runa Ek", shown, StringComparison.Ordinal);
        }

        page = await anna.Open("/networks/norr/partners");
        page = await Answer(anna, page, "end", ("Answer.Why", ""));
        Assert.Contains("Say why", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        await Answer(anna, page, "end", ("Answer.Why", "We found another way."));
        Assert.Contains("We found another way.", (await _village.MailTo(Adviser))!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Runa Ek", (await visitor.Open("/networks/norr?fresh=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_an_offer_its_contact()
    {
        using var anna = await _village.As(_village.Coordinator);
        await Propose(anna);
        Assert.Contains("open proposal", (await Propose(anna)).Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var adviser = await _village.As(Adviser);
        var page = await Answer(adviser, await adviser.Open("/partners/stod"), "accept", ("Answer.Contact", ""), ("Answer.Offer", "x"));
        Assert.Contains("Name somebody", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        page = await Answer(adviser, page, "decline", ("Answer.Why", ""));
        Assert.Contains("Say why", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        await Answer(adviser, page, "decline", ("Answer.Why", "No time this year."));
        Assert.Contains("No time this year.", (await _village.MailTo(_village.Coordinator))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_proposes_answers_or_ends()
    {
        using var anna = await _village.As(_village.Coordinator);
        await Propose(anna);
        using var adviser = await _village.As(Adviser);
        var page = await adviser.Open("/partners/stod");
        var form = Fill(page, "accept", ("Answer.Contact", "Runa Ek"), ("Answer.Offer", "Talks."));
        using var stranger = await _village.As(_village.Neighbour);
        Assert.DoesNotContain("We hope", (await stranger.Open("/partners/stod")).Body, StringComparison.Ordinal);
        Assert.Null((await stranger.Open("/networks/norr/partners")).Html.QuerySelector("main form"));
        await _village.House.Do(async db =>
        {
            foreach (var mandate in db.Set<Mandate>().Where(m => m.Role == Role.Adviser).ToList())
                mandate.End(_village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync(Until.Stopped);
        });
        await adviser.Submit(form.Item1, form.Item2);
        Assert.Equal(PartnershipState.Proposed, Assert.Single(await _village.House.All<Partnership>()).State);
    }

    [Fact]
    public async Task An_adviser_sees_of_the_members_what_a_visitor_sees()
    {
        var member = await _village.Settle("near@example.org", "Near Nora", _village.Home);
        using var anna = await _village.As(_village.Coordinator);
        await Propose(anna);
        using var adviser = await _village.As(Adviser);
        await Answer(adviser, await adviser.Open("/partners/stod"), "accept", ("Answer.Contact", "Runa Ek"), ("Answer.Offer", "Talks."));
        Assert.Contains("Near Nora", (await anna.Open("/networks/norr/members")).Text, StringComparison.Ordinal);
        var row = await _village.Membership(member);
        foreach (
            var path in new[]
            {
                "/networks/norr",
                "/networks/norr/members",
                "/networks/norr/partners",
                "/people",
                "/firms",
                "/search?q=Nora",
            }
        )
            Assert.DoesNotContain("Near Nora", (await adviser.Open(path)).Body, StringComparison.Ordinal);
        string[] closed =
        [
            $"/people/{member.Slug}",
            $"/people/{member.Slug}.vcf",
            "/networks/norr/members.csv",
            "/networks/norr/memberships",
            $"/networks/norr/memberships/{row}",
            "/networks/norr/desk",
            "/networks/norr/requests",
            "/networks/norr/imports",
            "/networks/norr/invitations",
            "/networks/norr/letters",
        ];
        foreach (var path in closed)
            (await adviser.Open(path)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_adviser_tells_about_their_organisation_and_others_do_not()
    {
        using var adviser = await _village.As(Adviser);
        var page = await adviser.Open("/partners/stod/edit");
        page = await adviser.Submit(page.Form(fields: [("Input.Web", "stod.example/vi"), ("Input.Offices", "Umeå\nKiruna\n\nUmeå")]));
        Assert.Contains("https://stod.example/vi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Offices: Kiruna, Umeå", page.Text, StringComparison.Ordinal);
        page = await adviser.Submit((await adviser.Open("/partners/stod/edit")).Form(fields: [("Input.Web", "javascript:alert(1)")]));
        Assert.Contains("not a web address", page.Text, StringComparison.Ordinal);
        (await adviser.Open("/partners/new")).Is(HttpStatusCode.NotFound);
        using var anna = await _village.As(_village.Coordinator);
        (await anna.Open("/partners/stod/edit")).Is(HttpStatusCode.NotFound);
    }

    private async Task<Page> Propose(Reader anna, bool office = false)
    {
        var page = await anna.Open("/networks/norr/partners");
        var partner = office ? _organisation.Offices[0].Id : _organisation.Id;
        return await anna.Submit(
            page.Form("form[data-keep=propose]", [("Input.Partner", partner.ToString()), ("Input.Wish", "We hope for advice.")])
        );
    }

    private static Task<Page> Answer(Reader reader, Page page, string verb, params (string, string)[] fields)
    {
        var (form, button) = Fill(page, verb, fields);
        return reader.Submit(form, button);
    }

    private static (IHtmlFormElement, IHtmlElement) Fill(Page page, string verb, params (string Name, string Value)[] fields)
    {
        var button = (IHtmlElement)page.Html.QuerySelectorAll($"button[value={verb}]")[0];
        var form = (IHtmlFormElement)button.Closest("form")!;
        foreach (var (name, value) in fields)
        {
            var field = form.QuerySelector($"[name='{name}']");
            if (field is IHtmlTextAreaElement area)
                area.Value = value;
            else if (field is IHtmlInputElement input)
                input.Value = value;
        }
        return (form, button);
    }
}
