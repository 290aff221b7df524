using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// The reference tables: countries, languages, Sweden's parts, sectors, facts, holidays, maps. Nothing is read before it
/// is asked for, and then once. Codes are found in any case; every member may be called from any thread.
/// </summary>
public sealed class Atlas
{
    private readonly TableFolder _tables;
    private readonly HolidayTables _holidays;
    private readonly MapTables _maps;
    private readonly Table<Country> _countries;
    private readonly Table<FormerState> _formerStates;
    private readonly Table<Language> _languages;
    private readonly Table<County> _counties;
    private readonly Table<Municipality> _municipalities;
    private readonly Table<Sector> _sectors;
    private readonly Table<CountryFacts> _facts;
    private readonly Table<Region> _regions;
    private readonly Table<Currency> _currencies;

    /// <param name="folder">The folder of tables; by default the one beside the program.</param>
    /// <param name="newer">Figures to lay over those of the tables; null for none.</param>
    public Atlas(string? folder = null, NewerFacts? newer = null)
    {
        _tables = new(folder ?? Path.Combine(AppContext.BaseDirectory, "data"));
        _holidays = new(_tables);
        _maps = new(_tables);
        var json = GeographyJson.Default;
        var sweden = new Lazy<SwedenTable>(() => _tables.ReadJson("sweden.json", json.SwedenTable));
        var places = new Lazy<PlacesTable>(() => _tables.ReadJson("places.json", json.PlacesTable));
        _countries = new(() => _tables.ReadJson("countries.json", json.IReadOnlyListCountry), country => country.Alpha2);
        _formerStates = new(() => _tables.ReadJson("former-states.json", json.IReadOnlyListFormerState), state => state.Code);
        _languages = new(() => _tables.ReadJson("languages.json", json.IReadOnlyListLanguage), language => language.Tag);
        _counties = new(() => sweden.Value.Counties, county => county.Code);
        _municipalities = new(() => sweden.Value.Municipalities, municipality => municipality.Code);
        _sectors = new(() => _tables.ReadJson("sectors.json", json.IReadOnlyListSector), sector => sector.Code);
        _facts = new(() => Newest(_tables.ReadJson("facts.json", json.IReadOnlyListCountryFacts), newer), facts => facts.Alpha2);
        _regions = new(() => places.Value.Regions, region => region.Code);
        _currencies = new(() => places.Value.Currencies, currency => currency.Code);
    }

    public IReadOnlyList<Country> Countries => _countries.Rows;

    public IReadOnlyList<FormerState> FormerStates => _formerStates.Rows;

    public IReadOnlyList<Language> Languages => _languages.Rows;

    public IReadOnlyList<County> Counties => _counties.Rows;

    public IReadOnlyList<Municipality> Municipalities => _municipalities.Rows;

    /// <summary>All four levels; a wider sector stands before its parts.</summary>
    public IReadOnlyList<Sector> Sectors => _sectors.Rows;

    public IReadOnlyList<Region> Regions => _regions.Rows;

    public WorldMap WorldMap => _maps.World;

    public SwedenMap SwedenMap => _maps.Sweden;

    /// <param name="code">ISO 3166-1 alpha-2.</param>
    public Country? Country(string code) => _countries[code];

    public FormerState? FormerState(string code) => _formerStates[code];

    /// <param name="tag">BCP 47; a regional tag ("ar-IQ") finds its language when it has no row of its own.</param>
    public Language? Language(string tag)
    {
        for (var wanted = tag; wanted.Length > 0; wanted = Naming.Parent(wanted))
            if (_languages[wanted] is { } language)
                return language;
        return null;
    }

    public County? County(string code) => _counties[code];

    public Municipality? Municipality(string code) => _municipalities[code];

    public Sector? Sector(string code) => _sectors[code];

    public Currency? Currency(string code) => _currencies[code];

    /// <summary>Null for the few territories that the source leaves out.</summary>
    public CountryFacts? Facts(string code) => _facts[code];

    /// <summary>Null when the code is unknown.</summary>
    public CountryInset? Inset(string code) => Country(code) is { } country ? _maps.Inset(country) : null;

    /// <summary>The name of a country or a former state, in English when there is none in the language, the code when it is unknown.</summary>
    public string PlaceName(string countryOrFormerCode, string language) =>
        Country(countryOrFormerCode)?.Name(language) ?? FormerState(countryOrFormerCode)?.Name(language) ?? countryOrFormerCode;

    public string LanguageName(string tag, string language) => Language(tag)?.Name(language) ?? tag;

    /// <param name="m49">Three digits.</param>
    public string RegionName(string m49, string language) => _regions[m49]?.Name(language) ?? m49;

    /// <summary>
    /// The holidays that touch the days from <paramref name="from"/> to <paramref name="to"/>, both counted in, earliest first.
    /// Empty when the tables do not know the country or the years: that is "unknown", not "none".
    /// </summary>
    public IReadOnlyList<Holiday> Holidays(string code, DateOnly from, DateOnly to) =>
        Country(code) is { } country ? _holidays.Between(country.Alpha2, from, to) : [];

    /// <summary>First and last year of which a country's holidays are known; null when none are.</summary>
    public (int First, int Last)? HolidayYears(string code) => Country(code) is { } country ? _holidays.Years(country.Alpha2) : null;

    public IReadOnlyList<ReligiousDay> ReligiousDays(DateOnly from, DateOnly to) => _holidays.ReligiousBetween(from, to);

    /// <summary>Those of them that are widely kept in a country, whether or not anybody is free on them.</summary>
    public IReadOnlyList<ReligiousDay> DaysKept(string country, DateOnly from, DateOnly to) =>
        [.. ReligiousDays(from, to).Where(day => Traditions.AreKept(this, country, day.Tradition))];

    public string HolidayName(Holiday holiday, string language) => _holidays.Name(holiday, language);

    /// <summary>Sees at start that the tables are there, without reading them.</summary>
    /// <exception cref="StartRefusedException">One is missing.</exception>
    public void Verify() =>
        _tables.Demand("countries.json", "languages.json", "places.json", "sweden.json", "sectors.json", "facts.json", "maps/world.json");

    private static IReadOnlyList<CountryFacts> Newest(IReadOnlyList<CountryFacts> shipped, NewerFacts? newer) =>
        newer?.Over(shipped) ?? shipped;

    internal AliasTable ReadAliases() => _tables.ReadJson("aliases.json", GeographyJson.Default.AliasTable);
}
