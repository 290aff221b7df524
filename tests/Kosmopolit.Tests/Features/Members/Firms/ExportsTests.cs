using System.Net;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Firms;

[UsesDatabase]
public sealed class ExportsTests : IAsyncLifetime
{
    private const string Form = "main form[data-keep=export]";

    private FirmTown _town = null!;
    private Firm _firm = null!;
    private Reader _reader = null!;

    private string Address => $"/me/firms/{_firm.Id}/exports";

    public async ValueTask InitializeAsync()
    {
        _town = await FirmTown.Open();
        (var owner, _reader) = await _town.Person("Nadia");
        _firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_country_is_added_in_any_language_corrected_ended_and_taken_out()
    {
        var page = await Add("النرويج", "٢٠١٩", "", "Public");
        Assert.Contains("Norway", page.Text, StringComparison.Ordinal);
        var row = Assert.Single((await _town.Stored(_firm.Id)).Exports);
        Assert.Equal(("NO", 2019, null, Audience.Public), (row.Country, row.SinceYear, row.UntilYear, row.Audience));

        var edit = await FirmTown.Opened(_reader, $"{Address}/{row.Id}");
        await FirmTown.Send(_reader, edit, Form, null, ("Input.Until", "2024"), ("Input.Since", "2018"));
        row = Assert.Single((await _town.Stored(_firm.Id)).Exports);
        Assert.Equal((2018, (int?)2024), (row.SinceYear, row.UntilYear));
        // Once it has ended, it may begin again.
        await Add("Norge", "2026", "", "OnlyMe");
        Assert.Equal(2, (await _town.Stored(_firm.Id)).Exports.Count);

        var gone = await FirmTown.Send(_reader, await FirmTown.Opened(_reader, $"{Address}/{row.Id}"), "main details form");
        Assert.Equal(Address, gone.Address.AbsolutePath);
        Assert.Equal(2026, Assert.Single((await _town.Stored(_firm.Id)).Exports).SinceYear);
        (await _reader.Open($"{Address}/{row.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Atlantis", "2019", "", "do not know a country")]
    [InlineData("Jugoslavien", "2019", "", "is no more")]
    [InlineData("Sweden", "2019", "", "not export")]
    [InlineData("Norway", "2031", "", "has not come yet")]
    [InlineData("Norway", "19", "", "four digits")]
    [InlineData("Norway", "2019", "2012", "comes before the first")]
    [InlineData("Norway", "", "", "first year")]
    [InlineData("<i>Norway</i>", "2019", "", "without HTML tags")]
    public async Task What_cannot_be_is_said_and_nothing_is_stored(string country, string since, string until, string said)
    {
        Assert.Contains(said, (await Add(country, since, until, "Public")).Text, StringComparison.Ordinal);
        Assert.Empty((await _town.Stored(_firm.Id)).Exports);
    }

    [Fact]
    public async Task The_same_years_are_not_told_twice()
    {
        await Add("Norway", "2019", "", "Public");
        Assert.Contains("in the list for this country already", (await Add("Norge", "2020", "", "Public")).Text, StringComparison.Ordinal);
        Assert.Single((await _town.Stored(_firm.Id)).Exports);
    }

    [Fact]
    public async Task A_market_is_shown_to_those_it_is_for()
    {
        await Add("Norway", "2019", "", "OnlyMe");
        await Add("Chile", "2020", "", "MyNetwork");
        var (_, neighbour) = await _town.Person("Omar");
        var seen = await FirmTown.Opened(neighbour, $"/firms/{_firm.Slug}");
        Assert.Contains("Chile", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Norway", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Norway", (await FirmTown.Opened(_reader, $"/firms/{_firm.Slug}")).Text, StringComparison.Ordinal);
    }

    private async Task<Page> Add(string country, string since, string until, string audience) =>
        await FirmTown.Send(
            _reader,
            await FirmTown.Opened(_reader, Address),
            Form,
            null,
            ("Input.Country", country),
            ("Input.Since", since),
            ("Input.Until", until),
            ("Input.Audience", audience)
        );
}
