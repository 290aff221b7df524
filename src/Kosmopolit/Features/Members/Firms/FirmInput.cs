using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>What a firm is, as one of its people writes it.</summary>
public sealed class FirmInput : ProfileInput
{
    /// <summary>What the form sends for "not told": an empty choice is sent as "on" by some readers.</summary>
    internal const string NoSector = "-";

    /// <summary>Key of a new firm, made when its form was opened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public Guid Key { get; set; }

    /// <summary>The writer's own part in a new firm.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? Role { get; set; }

    public Audience Presence { get; set; } = Audience.MyNetwork;

    [Required(ErrorMessage = "Write what the firm is called.")]
    [PlainText(200)]
    public string? Name { get; set; }

    public Audience NameAudience { get; set; } = Audience.MyNetwork;

    /// <summary>Never holds what may be a personal number: see <see cref="TakePersonalNumber"/>.</summary>
    [StringLength(60, ErrorMessage = "An organisation number has ten digits.")]
    public string? OrganisationNumber { get; set; }

    public Audience NumberAudience { get; set; } = Audience.MyNetwork;

    /// <summary>Where the firm is registered when not in Sweden: a country's name in any language.</summary>
    [PlainText(100)]
    public string? HomeCountry { get; set; }

    /// <summary>SCB code, four digits, or empty.</summary>
    [StringLength(4, ErrorMessage = "Choose a municipality from the list.")]
    public string? Municipality { get; set; }

    public Audience MunicipalityAudience { get; set; } = Audience.MyNetwork;

    /// <summary>SNI code, or empty.</summary>
    [StringLength(8, ErrorMessage = "Choose a line of business from the list.")]
    public string? Sector
    {
        get;
        set => field = value == NoSector ? "" : value;
    }

    /// <summary>A line of business in words, to be looked up.</summary>
    [JsonIgnore]
    [PlainText(100)]
    public string? Trade { get; set; }

    public Audience SectorAudience { get; set; } = Audience.MyNetwork;

    public SizeClass Size { get; set; }

    public Audience SizeAudience { get; set; } = Audience.MyNetwork;

    public ExportStatus Export { get; set; }

    public Audience ExportAudience { get; set; } = Audience.MyNetwork;

    [PlainText(300)]
    public string? Web { get; set; }

    public Audience WebAudience { get; set; } = Audience.MyNetwork;

    [PlainText(1000)]
    public string? About { get; set; }

    public Audience AboutAudience { get; set; } = Audience.MyNetwork;

    /// <summary>What kind of personal number was written; the number itself is gone.</summary>
    [JsonIgnore]
    internal NumberKind Personal { get; private set; }

    public static FirmInput Of(Firm firm, Func<string, string> country) =>
        new()
        {
            Presence = firm.Presence,
            Name = firm.Name.Value,
            NameAudience = firm.Name.Audience,
            OrganisationNumber = FirmWording.Number(firm.OrganisationNumber.Value),
            NumberAudience = firm.OrganisationNumber.Audience,
            HomeCountry = firm.HomeCountry.Value is null or "" or Firm.Sweden ? "" : country(firm.HomeCountry.Value),
            Municipality = firm.Municipality.Value,
            MunicipalityAudience = firm.Municipality.Audience,
            Sector = firm.Sector.Value,
            SectorAudience = firm.Sector.Audience,
            Size = firm.Size.Value,
            SizeAudience = firm.Size.Audience,
            Export = firm.Export.Value,
            ExportAudience = firm.Export.Audience,
            Web = firm.Web.Value,
            WebAudience = firm.Web.Audience,
            About = firm.About.Value,
            AboutAudience = firm.About.Audience,
        };

    /// <summary>
    /// Takes out what may be a personal number as soon as the form has arrived, whatever else is wrong in it: it must
    /// reach neither the database nor the page that comes back.
    /// </summary>
    internal void TakePersonalNumber()
    {
        if (!Firms.OrganisationNumber.MayBePersonal(OrganisationNumber))
            return;
        Personal = Firms.OrganisationNumber.Read(OrganisationNumber).Kind;
        OrganisationNumber = "";
    }

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Who may find the firm?"], AudienceWording.Name(Presence, t)),
            (t["Name of the firm"], Name ?? ""),
            (t["Who sees the firm’s name?"], AudienceWording.Name(NameAudience, t)),
            (t["Organisation number"], OrganisationNumber ?? ""),
            (t["Who sees the number?"], AudienceWording.Name(NumberAudience, t)),
            (t["Registered in another country"], HomeCountry ?? ""),
            (t["Municipality"], Municipality ?? ""),
            (t["Who sees where the firm is?"], AudienceWording.Name(MunicipalityAudience, t)),
            (t["Line of business"], Sector ?? ""),
            (t["Who sees the line of business?"], AudienceWording.Name(SectorAudience, t)),
            (t["Size"], FirmWording.Size(Size, t) ?? ""),
            (t["Who sees the size?"], AudienceWording.Name(SizeAudience, t)),
            (t["Abroad"], FirmWording.Export(Export, t) ?? ""),
            (t["Who sees if the firm sells abroad?"], AudienceWording.Name(ExportAudience, t)),
            (t["Web address"], Web ?? ""),
            (t["Who sees the web address?"], AudienceWording.Name(WebAudience, t)),
            (t["What does the firm do?"], About ?? ""),
            (t["Who sees what the firm does?"], AudienceWording.Name(AboutAudience, t)),
        ];
}
