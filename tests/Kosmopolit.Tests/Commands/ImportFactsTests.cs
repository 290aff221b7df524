using System.Net;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>An operator brings newer figures: sees what changes, shows them with their source, takes them back.</summary>
public sealed class ImportFactsTests
{
    private readonly string _data = TemporaryFolders.New("facts-data");
    private readonly string _files = TemporaryFolders.New("facts-files");

    [Fact]
    public async Task A_look_shows_country_by_country_and_stores_nothing()
    {
        Write("iraq.json", Country("IQ", "2027-03-01", people: "48,111,222 (2027 est.)", inflation: "-1.5% (2026 est.)"));
        var looked = (await Facts("--dry-run", "--source", "Almanac", "--licence", "CC0-1.0")).Succeeded();
        Assert.Contains("IQ Iraq\n  population: ", looked.Out, StringComparison.Ordinal);
        Assert.Contains("→ 48,111,222 (2027)", looked.Out, StringComparison.Ordinal);
        Assert.Contains("→ -1.5 (2026)", looked.Out, StringComparison.Ordinal);
        Assert.Contains("2 figures of 1 countries are new", looked.Out, StringComparison.Ordinal);
        Assert.Empty(Newer.Imports);
    }

    [Fact]
    public async Task What_is_brought_lies_over_what_ships_with_its_source_and_is_taken_back()
    {
        var shipped = new Atlas().Facts("IQ")!;
        Write(
            "list.json",
            $$"""{"meta":{"source":"Almanac","licence":"CC0-1.0"},"countries":[{{Country("IQ", "2027-03-01", "48,111,222 (2027 est.)")}}]}"""
        );
        (await Facts()).Succeeded();
        Write(
            "list.json",
            $$"""{"meta":{"source":"Yearbook","licence":"CC BY 4.0"},"countries":[{{Country("IQ", "2028-03-01", "49 million (2028 est.)", "3% (2027 est.)")}}]}"""
        );
        (await Facts()).Succeeded();
        var facts = new Atlas(newer: Newer).Facts("IQ")!;
        Assert.Equal((new Figure(49_000_000, 2028), new Figure(3, 2027)), (facts.Population, facts.Inflation));
        Assert.Equal(shipped.GdpPerHead, facts.GdpPerHead);
        // The earlier one has nothing left to be named for.
        var origin = Assert.Single(facts.Newer);
        Assert.Equal(("Yearbook", "CC BY 4.0", new DateOnly(2028, 3, 1)), (origin.Source, origin.Licence, origin.AsOf));

        Assert.Contains("Nothing is new.", (await Facts()).Succeeded().Out, StringComparison.Ordinal);
        Assert.Contains("Yearbook", (await Facts("--undo")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Equal(new Figure(48_111_222, 2027), new Atlas(newer: Newer).Facts("IQ")!.Population);
        (await Facts("--undo")).Succeeded();
        Assert.Equal(shipped.Population, new Atlas(newer: Newer).Facts("IQ")!.Population);
        (await Facts("--undo")).Refused("No import of figures");
    }

    [Fact]
    public async Task What_is_older_broken_or_unknown_is_left_out_and_named()
    {
        Write("a.json", Country("IQ", "2020-01-01", "1,000 (1990 est.)"));
        Write("b.json", "{ not json");
        Write("c.json", Country("ZZ", "2027-01-01", "1,000 (2027 est.)"));
        Write("d.json", Country("IR", "some day", "1,000 (2027 est.)"));
        Write("e.json", "[]");
        Write("f.json", Country("TR", "2027-01-01", "no figure at all"));
        var done = (await Facts("--source", "Almanac", "--licence", "CC0-1.0")).Succeeded();
        foreach (
            var named in new[]
            {
                "b.json: not JSON",
                "ZZ: the product shows no facts",
                "IR: no day",
                "e.json: no object",
                "TR: no figures",
                "1 older",
            }
        )
            Assert.Contains(named, done.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing is new.", done.Out, StringComparison.Ordinal);
        Assert.Empty(Newer.Imports);
    }

    [Fact]
    public async Task Without_a_licence_nothing_is_brought()
    {
        Write("a.json", Country("IQ", "2027-01-01", "1,000 (2027 est.)"));
        (await Facts()).Refused("--licence");
        (await Typed.In(_data, "import", "facts", Path.Combine(_files, "nothing"))).Refused("no file or folder");
    }

    [Theory]
    [InlineData("$1.486 trillion (2024 est.)", 1_486_000_000_000, 2024)]
    [InlineData("-26.6% (2024 est.)", -26.6, 2024)]
    [InlineData("47,735,685 (2025 est.)", 47_735_685, 2025)]
    [InlineData("99%", 99, null)]
    public void A_figure_is_read_with_its_year(string said, double value, int? year) =>
        Assert.Equal(new NewerFigure((decimal)value, year), FactFile.Figure(said));

    [Theory]
    [InlineData("")]
    [InlineData("not available")]
    [InlineData("(2024 est.)")]
    [InlineData("9999999999999999999999999999999999999999999")]
    public void What_is_no_figure_is_none(string said) => Assert.Null(FactFile.Figure(said));

    [Fact]
    public async Task The_page_of_the_country_names_the_source()
    {
        await using var house = await House.Open();
        NewerFacts
            .In(new(house.App.Configuration["Kosmopolit:Data"]!))
            .Add(
                new FactsImport(
                    "x",
                    "Almanac of the North",
                    "CC0-1.0",
                    house.Clock.GetUtcNow(),
                    [new("IQ", new DateOnly(2027, 3, 1), new Dictionary<string, NewerFigure> { ["population"] = new(48_111_222, 2027) })]
                )
            );
        using var visitor = house.Reader();
        var page = (await visitor.Open("/countries/iq")).Is(HttpStatusCode.OK);
        Assert.Contains("Newer: population. From Almanac of the North, 1 March 2027, CC0-1.0.", page.Text, StringComparison.Ordinal);
    }

    private NewerFacts Newer => NewerFacts.In(new(_data));

    private Task<Typed> Facts(params string[] options) => Typed.In(_data, ["import", "facts", _files, .. options]);

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_files, name), json);

    private static string Country(string code, string day, string people, string? inflation = null) =>
        """
            {"iso2":"CODE","lastContentUpdate":"DAY","sections":{
              "People and Society":{"Population":{"total":"PEOPLE"}},
              "Economy":{"Inflation rate (consumer prices)":{"note":"note: 1","of 2026":"PRICES"}}}}
            """.Replace("CODE", code, StringComparison.Ordinal).Replace("DAY", day, StringComparison.Ordinal).Replace(
            "PEOPLE",
            people,
            StringComparison.Ordinal
        ).Replace("PRICES", inflation, StringComparison.Ordinal);
}
