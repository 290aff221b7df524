using System.Net;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Firms;

[UsesDatabase]
public sealed class FirmPageTests : IAsyncLifetime
{
    private const string Form = "main form[data-keep=firm]";
    private const string Number = "5599991238";
    private const string Personal = "198112189876";

    private FirmTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await FirmTown.Open();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_member_adds_a_firm_and_finds_it_on_their_page()
    {
        var (member, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        var me = await FirmTown.Send(
            reader,
            page,
            Form,
            null,
            ("Input.Name", "شركة  النور"),
            ("Input.OrganisationNumber", "١٦٥٥٩٩٩٩-١٢٣٨"),
            ("Input.Municipality", "2480"),
            ("Input.Size", "UpTo9"),
            ("Input.Export", "Exporting"),
            ("Input.Web", "example.org/om"),
            ("Input.About", "نبيع التوابل"),
            ("Input.AboutAudience", "Public"),
            ("Input.Role", "manager")
        );
        Assert.Equal("/me", me.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains("شركة النور", me.Text, StringComparison.Ordinal);
        var firm = await _town.Stored((await _town.House.All<Firm>()).Single().Id);
        Assert.Equal(Number, firm.OrganisationNumber.Value);
        Assert.Equal("https://example.org/om", firm.Web.Value);
        Assert.Equal("und-Arab", firm.AboutLanguage);
        Assert.Equal((Audience.Public, Audience.MyNetwork), (firm.About.Audience, firm.Web.Audience));
        Assert.Equal((member.Id, FirmRole.Manager), (firm.People.Single().MemberId, firm.People.Single().Role));
        Assert.Equal((ExportStatus.Exporting, (Guid?)member.Id), (firm.Statuses.Single().Status, firm.Statuses.Single().ById));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_firm()
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        (await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Tvilling AB"))).Is(HttpStatusCode.OK);
        (await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Tvilling AB"))).Is(HttpStatusCode.OK);
        Assert.Single(await _town.House.All<Firm>());
    }

    [Theory]
    [InlineData(Personal)]
    [InlineData("811218-9876")]
    [InlineData("19811218–9877")]
    [InlineData("811218-98")]
    public async Task A_personal_number_never_comes_back_whatever_else_is_wrong(string written)
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        var back = await FirmTown.Send(reader, page, Form, null, ("Input.Name", ""), ("Input.OrganisationNumber", written));
        Assert.Equal("", back.One("[name='Input.OrganisationNumber']").GetAttribute("value") ?? "");
        Assert.DoesNotContain(written, back.Body, StringComparison.Ordinal);
        Assert.Contains("Write what the firm is called", back.Text, StringComparison.Ordinal);
        Assert.Empty(await _town.House.All<Firm>());
    }

    [Fact]
    public async Task Of_a_sole_trader_only_the_day_of_the_check_is_stored()
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Ensam"), ("Input.OrganisationNumber", Personal));
        var firm = Assert.Single(await _town.House.All<Firm>());
        Assert.Equal(new DateOnly(2026, 11, 23), firm.SoleTraderChecked.Value);
        Assert.Equal(("", null), (firm.OrganisationNumber.Value, firm.UniqueNumber));
        var events = await _town.House.All<Kosmopolit.Platform.Events.LoggedEvent>();
        Assert.DoesNotContain(events, e => e.Payload.Contains("8112189876", StringComparison.Ordinal));
        var edit = await FirmTown.Opened(reader, $"/me/firms/{firm.Id}");
        Assert.Contains("was checked on 23 November 2026", edit.Text, StringComparison.Ordinal);
        await FirmTown.Send(reader, edit, Form, null, ("Input.About", "Snickerier"));
        Assert.Equal(new DateOnly(2026, 11, 23), (await _town.Stored(firm.Id)).SoleTraderChecked.Value);
    }

    [Theory]
    [InlineData("Input.Name", "<b>AB</b>", "without HTML tags")]
    [InlineData("Input.OrganisationNumber", "559999-1239", "last digit does not fit")]
    [InlineData("Input.OrganisationNumber", "HRB 1234", "only check Swedish")]
    [InlineData("Input.HomeCountry", "Atlantis", "do not know a country")]
    [InlineData("Input.Web", "javascript://a.se/%0aalert(1)", "web address such as")]
    [InlineData("Input.Web", "ftp://example.org", "web address such as")]
    [InlineData("Input.Web", "https://me:secret@example.org", "web address such as")]
    public async Task What_cannot_be_is_said_at_its_field_and_the_rest_is_kept(string field, string value, string said)
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        var back = await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Å"), ("Input.About", "Vi säljer fisk"), (field, value));
        Assert.Contains(said, back.Text, StringComparison.Ordinal);
        Assert.Contains("Vi säljer fisk", back.One("textarea").TextContent, StringComparison.Ordinal);
        Assert.NotNull(back.Html.QuerySelector($"[name='{field}'][aria-invalid=true]"));
        Assert.Empty(await _town.House.All<Firm>());
    }

    /// <summary>Whoever joins is asked little at first; what was written under the heading, also wrongly, stays in sight.</summary>
    [Fact]
    public async Task While_joining_what_can_wait_waits_under_a_heading_and_never_hides_what_was_written()
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new?join=skane");
        Assert.False(page.One("details.more").HasAttribute("open"));
        var back = await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Å"), ("Input.Web", "nowhere"));
        Assert.True(back.One("details.more").HasAttribute("open"));
        Assert.Equal("nowhere", back.One("details.more [name='Input.Web'][aria-invalid=true]").GetAttribute("value"));
        Assert.Null((await FirmTown.Opened(reader, "/me/firms/new")).Html.QuerySelector("details.more"));
    }

    [Fact]
    public async Task A_line_of_business_is_looked_up_without_script_and_chosen()
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new");
        var found = await FirmTown.Send(reader, page, Form, "button[name=LookUp]", ("Input.Name", "Fisk AB"), ("Input.Trade", "fisk"));
        var offered = found.Html.QuerySelectorAll("input[type=radio][name='Input.Sector']").Select(r => r.GetAttribute("value")!).ToList();
        Assert.True(offered.Count > 2, found.Text);
        Assert.Equal("Fisk AB", found.One("[name='Input.Name']").GetAttribute("value"));
        await FirmTown.Send(reader, found, Form, null, ("Input.Sector", offered[0]));
        Assert.Equal(offered[0], Assert.Single(await _town.House.All<Firm>()).Sector.Value);
    }

    [Fact]
    public async Task Somebody_elses_firm_is_not_there()
    {
        var (owner, mine) = await _town.Person("Nadia");
        var (_, other) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        foreach (var rest in new[] { "", "/exports", "/people", "/leave", $"/exports/{Guid.NewGuid()}" })
            (await other.Open($"/me/firms/{firm.Id}{rest}")).Is(HttpStatusCode.NotFound);
        foreach (var rest in new[] { "", "/exports", "/people", "/leave" })
            (await mine.Open($"/me/firms/{firm.Id}{rest}")).Is(HttpStatusCode.OK);

        // A form of one's own, sent to the other's address.
        var form = (await FirmTown.Opened(other, "/me/firms/new")).Form(Form, ("Input.Name", "Stulen"));
        form.Action = $"/me/firms/{firm.Id}";
        (await other.Submit(form)).Is(HttpStatusCode.NotFound);
        Assert.Equal("Norr AB", (await _town.Stored(firm.Id)).Name.Value);
    }

    [Fact]
    public async Task Two_people_of_a_firm_never_overwrite_each_other_unseen()
    {
        var (owner, first) = await _town.Person("Nadia");
        var (partner, second) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (partner, FirmRole.Partner));
        var (here, there) = (await FirmTown.Opened(first, $"/me/firms/{firm.Id}"), await FirmTown.Opened(second, $"/me/firms/{firm.Id}"));
        await FirmTown.Send(first, here, Form, null, ("Input.About", "Fisk"));
        var held = await FirmTown.Send(second, there, Form, null, ("Input.About", "Timmer"));
        Assert.Contains("Both versions stand here", held.Text, StringComparison.Ordinal);
        Assert.Contains("Fisk", held.One("table").TextContent, StringComparison.Ordinal);
        Assert.Equal("Fisk", (await _town.Stored(firm.Id)).About.Value);
        await FirmTown.Send(second, held, Form);
        Assert.Equal("Timmer", (await _town.Stored(firm.Id)).About.Value);
    }

    [Fact]
    public async Task Every_change_of_standing_is_kept_so_that_any_day_can_be_counted_again()
    {
        var (owner, reader) = await _town.Person("Nadia");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        foreach (var status in new[] { "Preparing", "Preparing", "Exporting", "NotYet" })
        {
            var page = await FirmTown.Opened(reader, $"/me/firms/{firm.Id}");
            (await FirmTown.Send(reader, page, Form, null, ("Input.Export", status))).Is(HttpStatusCode.OK);
            _town.House.Clock.Move(TimeSpan.FromDays(1));
        }
        var history = (await _town.Stored(firm.Id)).Statuses.OrderBy(s => s.From).ToList();
        Assert.Equal([ExportStatus.Preparing, ExportStatus.Exporting, ExportStatus.NotYet], history.Select(h => h.Status));
        Assert.All(history, h => Assert.Equal(owner.Id, h.ById));
        var day = history[1].From.AddHours(1);
        var then = await _town.House.Ask(db =>
            db.Set<ExportStatusChange>().Where(c => c.FirmId == firm.Id && c.From <= day).OrderByDescending(c => c.From).FirstAsync()
        );
        Assert.Equal(ExportStatus.Exporting, then.Status);
    }

    [Fact]
    public async Task While_joining_the_question_can_be_skipped_and_leads_on()
    {
        var (_, reader) = await _town.Person("Nadia");
        var page = await FirmTown.Opened(reader, "/me/firms/new?join=nord");
        Assert.Contains(page.Links(), l => l.StartsWith("/me/audiences?join=nord", StringComparison.Ordinal));
        var next = await FirmTown.Send(reader, page, Form, null, ("Input.Name", "Norr AB"));
        Assert.Equal("/me/audiences", next.Address.AbsolutePath);
    }
}
