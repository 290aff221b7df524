using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Profile;

/// <summary>Telling about oneself, one question a screen: what is kept, what is refused in words, and nothing is lost.</summary>
[UsesDatabase]
public sealed class ProfileTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"pat{Interlocked.Increment(ref _people)}@example.org";

    [Theory]
    [InlineData("Ō")]
    [InlineData("Björk-Ñandú O’Neill ar-Raḥmān")]
    [InlineData("张伟")]
    [InlineData("አበበ")]
    [InlineData("نادية الخطيب")]
    public async Task A_name_may_be_in_any_script_and_of_one_letter(string name)
    {
        using var reader = await Settled();
        await reader.Submit((await reader.Open("/me/name")).Form(fields: [("Input.Name", name)]));
        Assert.Equal(name, (await Stored()).Name.Value);
    }

    [Fact]
    public async Task A_name_of_two_hundred_letters_is_kept_whole_and_one_more_is_refused_with_the_text_kept()
    {
        using var reader = await Settled();
        await reader.Submit((await reader.Open("/me/name")).Form(fields: [("Input.Name", new string('ö', 200))]));
        Assert.Equal(200, (await Stored()).Name.Value.Length);
        var page = await reader.Submit((await reader.Open("/me/name")).Form(fields: [("Input.Name", new string('x', 201))]));
        Refused(page, "name", "too long");
        Assert.Equal(201, page.One("[name='Input.Name']").GetAttribute("value")!.Length);
    }

    [Theory]
    [InlineData("<b>Eva</b>", "HTML")]
    [InlineData("   ", "what you are called")]
    [InlineData("\u200b\u202e", "what you are called")]
    public async Task What_is_no_name_is_refused_at_the_field(string name, string why)
    {
        using var reader = await Settled();
        Refused(await reader.Submit((await reader.Open("/me/name")).Form(fields: [("Input.Name", name)])), "name", why);
        Assert.Equal("Pat", (await Stored()).Name.Value);
    }

    [Fact]
    public async Task Marks_that_turn_a_line_around_are_taken_out_of_a_name()
    {
        using var reader = await Settled();
        await reader.Submit((await reader.Open("/me/name")).Form(fields: [("Input.Name", "Eva\u202e gnilleS")]));
        Assert.Equal("Eva gnilleS", (await Stored()).Name.Value);
    }

    [Theory]
    [InlineData("Vitryssland", "BY")]
    [InlineData("إيران", "IR")]
    [InlineData("Jugoslavien", "YUCS")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Persien", "IR")]
    [InlineData("Zaire", "ZRCD")]
    [InlineData("Türkiye", "TR")]
    [InlineData("vn", null)]
    [InlineData("Viet Nam", "VN")]
    public async Task A_country_is_understood_in_many_languages(string typed, string? code)
    {
        using var reader = await Settled();
        await reader.Submit(await Market(reader, typed, "1970", "1980", ""));
        Assert.Equal(code, (await Stored()).Markets.SingleOrDefault()?.Country);
    }

    [Theory]
    [InlineData("Atlantis", "1990", "", "", "country", "do not know a country")]
    [InlineData("Iraq", "2009", "1998", "", "until", "before the first")]
    [InlineData("Iraq", "1998", "2090", "", "until", "not come yet")]
    [InlineData("Iraq", "98", "", "", "from", "four digits")]
    [InlineData("Iraq", "1850", "", "", "from", "too long ago")]
    [InlineData("Iraq", "1998", "", "1990", "lastcontact", "before the first year")]
    [InlineData("Yugoslavia", "2010", "", "", "from", "ended in")]
    [InlineData("Soviet Union", "1980", "2005", "", "until", "ended in")]
    public async Task What_cannot_be_is_said_at_the_field_and_the_form_is_kept(
        string country,
        string from,
        string until,
        string contact,
        string field,
        string why
    )
    {
        using var reader = await Settled();
        var page = await reader.Submit(await Market(reader, country, from, until, contact));
        Refused(page, field, why);
        Assert.Equal(country, page.One("[name='Input.Country']").GetAttribute("value"));
        Assert.NotNull(page.Html.QuerySelector("[name='Input.Basis'][value=Lived][checked]"));
        Assert.Empty((await Stored()).Markets);
    }

    [Fact]
    public async Task A_period_without_an_end_is_fine()
    {
        using var reader = await Settled();
        await reader.Submit(await Market(reader, "Iraq", "1998", "", ""));
        Assert.Null(Assert.Single((await Stored()).Markets).UntilYear);
    }

    [Fact]
    public async Task Two_windows_lose_nothing_and_show_both_versions()
    {
        using var reader = await Settled();
        var (first, second) = (await reader.Open("/me/offer"), await reader.Open("/me/offer"));
        await reader.Submit(first.Form(fields: [("Input.Offer", "From the first window")]));
        var page = await reader.Submit(second.Form(fields: [("Input.Offer", "From the second window")]));
        Assert.Contains("From the first window", page.One("table").TextContent, StringComparison.Ordinal);
        Assert.Equal("From the second window", page.One("[name='Input.Offer']").TextContent);
        Assert.Equal("From the first window", (await Stored()).Offer.Value);
        await reader.Submit(page.Form());
        Assert.Equal("From the second window", (await Stored()).Offer.Value);
    }

    [Fact]
    public async Task Two_windows_with_different_questions_do_not_disturb_each_other()
    {
        using var reader = await Settled();
        var (name, offer) = (await reader.Open("/me/name"), await reader.Open("/me/offer"));
        await reader.Submit(offer.Form(fields: [("Input.Offer", "Doors")]));
        await reader.Submit(name.Form(fields: [("Input.Name", "Patricia")]));
        var stored = await Stored();
        Assert.Equal(("Doors", "Patricia"), (stored.Offer.Value, stored.Name.Value));
    }

    [Fact]
    public async Task Anothers_row_is_not_there_and_cannot_be_changed_or_removed()
    {
        var other = await village.Settle(
            $"other-{_email}",
            "Other",
            village.Home,
            m => m.Declare(new MarketKnowledge(m.Id, new("IQ", Basis.Lived, null, null, "", null), Audience.Public))
        );
        var row = other.Markets[0].Id;
        using var reader = await Settled();
        (await reader.Open($"/me/markets/{row}")).Is(HttpStatusCode.NotFound);
        (await reader.Open($"/me/markets/{row}/topics")).Is(HttpStatusCode.NotFound);
        (await reader.Open($"/me/markets/{row}/remove")).Is(HttpStatusCode.NotFound);
        var form = await Market(reader, "Iran", "1990", "", "");
        form.Action = $"/me/markets/{row}";
        await reader.Submit(form);
        Assert.Equal("IQ", (await village.House.All<MarketKnowledge>()).Single(k => k.Id == row).Country);
    }

    [Fact]
    public async Task Removing_asks_first_and_then_removes()
    {
        using var reader = await Settled();
        await reader.Submit(await Market(reader, "Iraq", "1998", "", ""));
        var row = Assert.Single((await Stored()).Markets).Id;
        var page = await reader.Open($"/me/markets/{row}/remove");
        Assert.NotEmpty((await Stored()).Markets);
        await reader.Submit(page.Form());
        Assert.Empty((await Stored()).Markets);
    }

    [Theory]
    [InlineData("070-174 06 46", "+46 70 174 06 46")]
    [InlineData("+964 770 123 4567", "+964 770 123 4567")]
    [InlineData("ring mig", null)]
    public async Task A_phone_number_is_written_so_that_anyone_abroad_can_dial_it(string typed, string? kept)
    {
        using var reader = await Settled();
        var page = await reader.Submit((await reader.Open("/me/contact")).Form(fields: [("Input.Phone", typed)]));
        if (kept is null)
            Refused(page, "phone", "phone number");
        else
            Assert.Equal(kept, (await Stored()).Phone.Value);
    }

    [Theory]
    [InlineData("p\u0430t@example.org", "different alphabets")]
    [InlineData("pat\u200b@example.org", "nobody can see")]
    [InlineData("pat", "needs an @")]
    public async Task An_address_for_others_is_what_it_looks_like(string typed, string why)
    {
        using var reader = await Settled();
        var page = await reader.Submit((await reader.Open("/me/contact")).Form(fields: [("Input.Email", typed)]));
        Refused(page, "email", why);
        Assert.Equal(typed, page.One("[name='Input.Email']").GetAttribute("value"));
        Assert.Equal("", (await Stored()).ContactEmail.Value);
    }

    [Fact]
    public async Task Years_without_an_end_are_told_in_words()
    {
        using var reader = await Settled();
        await reader.Submit(await Market(reader, "Iraq", "2015", "", ""));
        await reader.Submit(await Market(reader, "Iran", "", "1979", ""));
        await reader.Submit(await Market(reader, "Peru", "1998", "2009", ""));
        var page = (await reader.Open("/me")).Text;
        Assert.Contains("has lived there · since 2015", page, StringComparison.Ordinal);
        Assert.Contains("lived there until 1979", page, StringComparison.Ordinal);
        Assert.Contains("lived there \u20661998–\u20602009\u2069", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trade_is_looked_up_ticked_and_kept()
    {
        using var reader = await Settled();
        var page = await reader.Submit((await reader.Open("/me/reading")).Form(fields: [("Input.Trade", "fish")]));
        Assert.Contains("Tick what fits", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        var code = page.Html.QuerySelector("[name='Input.Sectors']")!.GetAttribute("value")!;
        await reader.Submit(page.Form(fields: [("Input.Sectors", code)]));
        Assert.Equal(code, (await Stored()).Sectors.Value);
    }

    [Fact]
    public async Task A_language_is_told_once_in_any_language()
    {
        using var reader = await Settled();
        var add = (await reader.Open("/me/languages")).Form(fields: [("Input.Language", "kurmanji"), ("Input.Speaks", "B1")]);
        var page = await reader.Submit(add);
        Assert.Equal("ku", Assert.Single((await Stored()).Languages).Language);
        page = await reader.Submit(page.Form(fields: [("Input.Language", "Kurmanji (Northern Kurdish)"), ("Input.Speaks", "C1")]));
        Refused(page, "language", "already");
    }

    [Fact]
    public async Task A_name_that_several_share_is_asked_about_at_its_field_and_the_form_is_kept()
    {
        using var reader = await Settled();
        var page = await reader.Submit(await Market(reader, "Korea", "1998", "2009", "2010"));
        Refused(page, "country", "South Korea");
        Assert.Equal("Korea", page.One("[name='Input.Country']").GetAttribute("value"));
        Assert.Equal("1998", page.One("[name='Input.From']").GetAttribute("value"));
        page = await reader.Submit(
            (await reader.Open("/me/languages")).Form(fields: [("Input.Language", "kurdiska"), ("Input.Speaks", "B1")])
        );
        Refused(page, "language", "Sorani");
        Assert.Empty((await Stored()).Markets);
        Assert.Empty((await Stored()).Languages);
    }

    private async Task<Reader> Settled()
    {
        await village.Settle(_email, "Pat", village.Home);
        return await village.As(_email);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlFormElement> Market(
        Reader reader,
        string country,
        string from,
        string until,
        string contact
    ) =>
        (await reader.Open("/me/markets/new")).Form(
            fields:
            [
                ("Input.Country", country),
                ("Input.Basis", "Lived"),
                ("Input.From", from),
                ("Input.Until", until),
                ("Input.LastContact", contact),
            ]
        );

    private static void Refused(Page page, string field, string why)
    {
        page.Is(HttpStatusCode.OK);
        Assert.Contains(why, page.One($"#field-{field}-error").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(page.One("[role=alert]").TextContent);
    }

    private async Task<Member> Stored() =>
        await village.House.Ask(db =>
            db.Set<Member>()
                .Include(m => m.Markets)
                .Include(m => m.Languages)
                .AsSplitQuery()
                .SingleAsync(m => db.Users.Any(a => a.Id == m.AccountId && a.Email == _email))
        );
}
