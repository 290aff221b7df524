using System.Reflection;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>
/// A member with a firm and a network of their own, every field and row of both filled with a mark that stands nowhere
/// else, and all of it shown to one audience.
/// </summary>
internal sealed class Planted
{
    private static readonly string[] Markets = ["KM", "TL", "ST", "PW", "NR", "TV", "KI", "MH", "FM"];
    private static readonly string[] Customers = ["VU", "WS", "TO", "SB", "SC", "MV", "LC", "GD", "DM"];
    private static readonly string[] Homes = ["BZ", "BT", "BJ", "BW", "BI", "BF", "GQ", "GW", "SR"];
    private static readonly string[] Tongues = ["st", "tn", "ts", "ve", "xh", "zu", "sn", "rw", "ny"];

    private static readonly string[] Read = ["mg", "so", "fj", "mi", "sm", "to", "ig", "yo", "ha"];

    private readonly Random _letters;

    public Planted(int number, Audience presence, Audience fields, Atlas atlas, DateTimeOffset now)
    {
        (Presence, Fields, _letters) = (presence, fields, new Random(7000 + number));
        var towns = atlas.Municipalities.Where(m => m.Code[..2] is not "24" and not "25").ToList();
        var trades = atlas.Sectors.Where(s => s.Code.Length == 4).GroupBy(s => s.Code[..2]).Select(g => g.First()).ToList();
        (Country, Customer, Tongue) = (Markets[number], Customers[number], Tongues[number]);
        (Town, FirmTown) = (towns[number * 5].Code, towns[number * 5 + 60].Code);
        (Home, Checked) = (Homes[number], new DateOnly(2019, 3, 11 + number));
        (Trade, OwnTrade, ReadTongue) = (trades[number * 3].Code, trades[number * 3 + 1].Code, Read[number]);
        Account = new Account($"planted-{number}@example.org", "en", now);
        Network = new Network($"planted-{number}", $"Network {Word("Membership")}", ["2480"], now, null);
        Network.Enter(Stage.Independent, now, null, "");
        Member = new Member($"p-planted-{number}", Account.Id, new("", fields), now);
        Member.ShowTo(presence);
        Tell(Member, Town);
        Member.Declare(
            new MarketKnowledge(Member.Id, new(Country, Basis.Traded, 2001, null, Word("Market.Place"), null), fields).About(
                Topics.Customs,
                Word("Market.Note"),
                "en"
            )
        );
        Member.Speak(new LanguageSkill(Member.Id, Tongue, Cefr.C2, Cefr.C2, Cefr.C2, fields));
        Member.Join(Network.Id, now, fields);
        Firm = new Firm($"f-planted-{number}", new("", fields), now);
        Firm.ShowTo(presence);
        Tell(Firm, FirmTown);
        Firm.Employ(Member.Id, "owner", now, fields);
        Firm.Trade(Firm.Export, [new ExportMarket(Firm.Id, Customer, 2011, fields)]);
    }

    public Audience Presence { get; }

    public Audience Fields { get; }

    public Account Account { get; }

    public Member Member { get; }

    public Firm Firm { get; }

    public Network Network { get; }

    public string Country { get; }

    public string Customer { get; }

    public string Tongue { get; }

    /// <summary>Where the firm is registered.</summary>
    public string Home { get; }

    /// <summary>When a sole trader's number was checked.</summary>
    public DateOnly Checked { get; }

    public string Town { get; }

    public string FirmTown { get; }

    /// <summary>SNI class, four digits.</summary>
    public string Trade { get; }

    /// <summary>SNI class that the member knows beside the firm's.</summary>
    public string OwnTrade { get; }

    /// <summary>A language the member reads without having told how well.</summary>
    public string ReadTongue { get; }

    /// <summary>Words that stand nowhere else, by the field that holds them: <c>Member.Offer</c>, <c>Market.Note</c>.</summary>
    public Dictionary<string, string> Words { get; } = [];

    public string PersonPage => $"/people/{Member.Slug}";

    public string FirmPage => $"/firms/{Firm.Slug}";

    public bool IsShownTo(Audience distance) => Presence >= distance && Fields >= distance;

    public override string ToString() => $"presence {Presence}, fields {Fields}";

    /// <summary>Fills whatever the entity tells, also what is added to it later.</summary>
    internal void Tell(object entity, string town)
    {
        foreach (var property in entity.GetType().GetProperties().Where(IsTold))
        {
            object value = property.Name switch
            {
                nameof(Member.Municipality) => new Told<string>(town, Fields),
                nameof(Member.Sectors) => new Told<string>(OwnTrade, Fields),
                nameof(Member.Reads) => new Told<string>(ReadTongue, Fields),
                nameof(Member.Availability) => new Told<Availability>(Availability.Sometimes, Fields),
                nameof(Firm.Sector) => new Told<string>(Trade, Fields),
                nameof(Firm.HomeCountry) => new Told<string>(Home, Fields),
                nameof(Firm.SoleTraderChecked) => new Told<DateOnly?>(Checked, Fields),
                nameof(Firm.Web) => new Told<string>($"https://{Word("Firm.Web")}.example/", Fields),
                nameof(Firm.Size) => new Told<SizeClass>(SizeClass.UpTo249, Fields),
                nameof(Firm.Export) => new Told<ExportStatus>(ExportStatus.Preparing, Fields),
                nameof(Member.ContactEmail) => new Told<string>($"{Word("Member.ContactEmail")}@mail.example", Fields),
                var name when property.PropertyType == typeof(Told<string>) => new Told<string>(
                    Word($"{entity.GetType().Name}.{name}"),
                    Fields
                ),
                var name => throw new InvalidOperationException($"Say here what to plant in {entity.GetType().Name}.{name}."),
            };
            property.SetValue(entity, value);
        }
    }

    private static bool IsTold(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Told<>);

    // No two share three letters in a row often enough to be taken for one another.
    private string Word(string field) =>
        Words[field] = new string([
            .. Enumerable.Range(0, 11).Select(i => (i % 2 == 0 ? "bdfghjklmnprtvz" : "aeiouy")[_letters.Next(i % 2 == 0 ? 15 : 6)]),
        ]);
}
