using System.Net;
using System.Text;
using CsCheck;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People.Cards;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members.Firms;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.People;

[UsesDatabase]
public sealed class PersonCardTests
{
    [Fact]
    public async Task A_card_holds_what_the_reader_may_see_and_who_took_it_is_noted()
    {
        await using var town = await FirmTown.Open();
        var (member, _) = await town.Person("Åsa; Öberg, شركة", presence: Audience.Public);
        var (_, neighbour) = await town.Person("Omar");
        await town.House.Do(async db =>
        {
            db.Attach(member);
            member.Reach(new("asa@example.org", Audience.MyNetwork), new("+46 70 174 06 05", Audience.OnlyMe));
            await db.SaveChangesAsync();
        });
        var card = (await neighbour.Open($"/people/{member.Slug}.vcf")).Is(HttpStatusCode.OK);
        Assert.Equal("text/vcard", card.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store, private", card.Headers.CacheControl!.ToString());
        var text = Encoding.UTF8.GetString(card.Bytes);
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCARD\r\n", text, StringComparison.Ordinal);
        Assert.Contains("FN:Åsa\\; Öberg\\, شركة\r\n", text, StringComparison.Ordinal);
        Assert.Contains("EMAIL:asa@example.org\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TEL", text, StringComparison.Ordinal);
        Assert.Equal(ShownBy.Card, Assert.Single(await town.House.All<ContactShown>()).By);

        using var visitor = town.House.Reader();
        var open = Encoding.UTF8.GetString((await visitor.Open($"/people/{member.Slug}.vcf")).Is(HttpStatusCode.OK).Bytes);
        Assert.DoesNotContain("asa@example.org", open, StringComparison.Ordinal);
        Assert.Single(await town.House.All<ContactShown>());
    }

    [Fact]
    public async Task Whoever_is_not_seen_has_no_card()
    {
        await using var town = await FirmTown.Open();
        var (member, own) = await town.Person("Åsa");
        (await own.Open($"/people/{member.Slug}.vcf")).Is(HttpStatusCode.OK);
        using var visitor = town.House.Reader();
        (await visitor.Open($"/people/{member.Slug}.vcf")).Is(HttpStatusCode.NotFound);
        (await visitor.Open("/people/none.vcf")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Machines_are_offered_what_everyone_may_see_and_no_more()
    {
        await using var town = await FirmTown.Open();
        var (member, own) = await town.Person("Åsa", presence: Audience.Public);
        var firm = await town.Firm("Norr AB", (member, FirmRole.Owner));
        await town.House.Do(async db =>
        {
            db.Attach(firm);
            firm.ShowTo(Audience.Public);
            firm.BeCalled(new("Norr AB", Audience.Public));
            await db.SaveChangesAsync();
        });
        using var visitor = town.House.Reader();
        var person = await FirmTown.Opened(visitor, $"/people/{member.Slug}");
        Assert.Equal("Åsa", person.One("[itemtype='https://schema.org/Person'] [itemprop=name]").TextContent);
        var organisation = await FirmTown.Opened(visitor, $"/firms/{firm.Slug}");
        Assert.Equal("Norr AB", organisation.One("[itemtype='https://schema.org/Organization'] [itemprop=name]").TextContent);
        foreach (var address in new[] { $"/people/{member.Slug}", $"/firms/{firm.Slug}" })
            Assert.Empty((await FirmTown.Opened(own, address)).Html.QuerySelectorAll("[itemscope], [itemprop]"));
    }

    [Fact]
    public void Lines_are_folded_between_letters_and_unfold_to_what_was_written() =>
        Gen.String.Sample(value =>
        {
            var clean = Kosmopolit.Platform.PlainText.Clean(value);
            var card = new VCard().Text("NOTE", clean).ToString();
            var lines = card.Split("\r\n")[..^1];
            Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
            var unfolded = card.Replace("\r\n ", "", StringComparison.Ordinal)
                .Split("\r\n")
                .SingleOrDefault(l => l.StartsWith("NOTE:", StringComparison.Ordinal));
            Assert.Equal(clean, Unescape(unfolded?[5..] ?? ""));
        });

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] == '\\' ? value[++i] : value[i]);
        return text.ToString();
    }
}
