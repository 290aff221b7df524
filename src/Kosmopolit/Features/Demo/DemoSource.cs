using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Features.Demo;

/// <summary>
/// What the demo world is made of: names, places, trades and sentences written for it, under <c>data/demo</c> beside the
/// program. Everybody and everything in them is fictional.
/// </summary>
internal sealed class DemoSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, NamePool> _names;
    private readonly Dictionary<string, Voice> _voices;

    /// <exception cref="IOException">A file is missing: the program was not copied with its data folder.</exception>
    public DemoSource(string folder)
    {
        Networks = Read<List<NetworkSource>>(folder, "networks.json");
        Markets = Read<List<MarketSource>>(folder, "markets.json");
        Trades = Read<List<TradeSource>>(folder, "trades.json");
        Roots = Read<RootSource>(folder, "roots.json");
        Tails = Read<Dictionary<string, List<string>>>(folder, "tails.json");
        OwnWords = Read<Dictionary<string, List<string>>>(folder, "own-words.json");
        Tongues = Read<Dictionary<string, string[]>>(folder, "tongues.json");
        TownsInEnglish = Read<Dictionary<string, string>>(folder, "towns-en.json");
        Questions = Read<List<QuestionSource>>(folder, "questions.json");
        _names = Files(folder, "names").SelectMany(f => Read<List<NamePool>>(f)).ToDictionary(p => p.Key);
        _voices = Files(folder, "voices").SelectMany(f => Read<List<Voice>>(f)).ToDictionary(v => v.Language);
    }

    public static DemoSource Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "data", "demo"));

    public IReadOnlyList<NetworkSource> Networks { get; }

    public IReadOnlyList<MarketSource> Markets { get; }

    public IReadOnlyList<TradeSource> Trades { get; }

    /// <summary>Syllables that invented firm names are put together from.</summary>
    public RootSource Roots { get; }

    /// <summary>Second sentences about a firm, by language.</summary>
    public IReadOnlyDictionary<string, List<string>> Tails { get; }

    /// <summary>Swedish sentences that fit one country only, by its code.</summary>
    public IReadOnlyDictionary<string, List<string>> OwnWords { get; }

    /// <summary>Names of languages in Swedish and English, by tag.</summary>
    public IReadOnlyDictionary<string, string[]> Tongues { get; }

    /// <summary>English names of towns whose Swedish name differs.</summary>
    public IReadOnlyDictionary<string, string> TownsInEnglish { get; }

    /// <summary>What members ask each other, and the answers.</summary>
    public IReadOnlyList<QuestionSource> Questions { get; }

    public NamePool Names(string culture) => _names[culture];

    public MarketSource Market(string code) => Markets.First(m => m.Code == code);

    /// <summary>The sentences of a language, or null when nobody wrote any.</summary>
    public Voice? Voice(string language) => _voices.GetValueOrDefault(language);

    private static IEnumerable<string> Files(string folder, string part) =>
        Directory.EnumerateFiles(Path.Combine(folder, part), "*.json").Order(StringComparer.Ordinal);

    private static T Read<T>(string folder, string file) => Read<T>(Path.Combine(folder, file));

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json) ?? throw new InvalidDataException($"{file} is empty.");
}

internal sealed record NetworkSource(
    string Slug,
    string Name,
    int Firms,
    string Language,
    string Purpose,
    IReadOnlyList<StageSource> Stages,
    IReadOnlyList<MunicipalitySource> Municipalities
);

internal sealed record StageSource(Networks.Stage Stage, int DaysAgo, string Why);

/// <summary>A municipality and how many of the network's firms lie there, relative to the others.</summary>
internal sealed record MunicipalitySource(string Code, string Name, int Weight);

/// <param name="People">How many members know this country best.</param>
/// <param name="Who">Naming culture and mother tongues, one of several.</param>
/// <param name="Towns">Swedish name, and after a bar the name in the country's script.</param>
/// <param name="Gate">Where goods come in, in Swedish and English, with its article or noun.</param>
/// <param name="Also">Countries that people who know this one often know too.</param>
/// <param name="Ended">Last full year of a former state.</param>
internal sealed record MarketSource(
    string Code,
    string Sv,
    string En,
    string? In,
    int People,
    IReadOnlyList<string[]>? Who,
    IReadOnlyList<string> Towns,
    string[] Gate,
    IReadOnlyList<string>? Also,
    int? Ended
);

/// <param name="Sni">SNI 2025 class.</param>
/// <param name="Kind">Which extra sentences fit.</param>
/// <param name="Export">How likely such a firm exports, 0–100.</param>
/// <param name="Goods">What it sells, in Swedish and English.</param>
/// <param name="Wares">For services: goods its people know something about.</param>
/// <param name="Solo">Share of sole traders, per cent.</param>
internal sealed record TradeSource(
    string Sni,
    string Kind,
    int Weight,
    int Export,
    int Solo,
    IReadOnlyList<string> Names,
    string[] Goods,
    string[]? Wares,
    IReadOnlyList<string> Sv,
    IReadOnlyList<string> En
);

internal sealed record RootSource(IReadOnlyList<string> First, IReadOnlyList<string> Second);
