using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>How far a firm has come with business abroad.</summary>
public enum ExportStatus
{
    Unknown = 0,
    NotYet = 1,
    Preparing = 2,
    Exporting = 3,
}

/// <summary>Employees, in the classes that SCB and the EU use.</summary>
public enum SizeClass
{
    Unknown = 0,
    Sole = 1,
    UpTo9 = 2,
    UpTo49 = 3,
    UpTo249 = 4,
    Larger = 5,
}

/// <summary>
/// A firm run by members. A sole trader's firm is a person's data, so its fields carry audiences as well.
/// </summary>
public sealed class Firm : Entity, IRevised
{
    private readonly List<FirmRole> _people = [];
    private readonly List<ExportMarket> _exports = [];

    private Firm() { }

    /// <param name="slug">Random and meaningless: an address must not tell a name that is hidden.</param>
    public Firm(string slug, Told<string> name, DateTimeOffset now)
    {
        (Slug, Name, AddedAt) = (slug, name, now);
        Raise(new FirmChanged(Id));
    }

    public string Slug { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Who may find the firm at all.</summary>
    public Audience Presence { get; private set; } = Audience.MyNetwork;

    public Told<string> Name { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>Swedish organisation number, ten digits; empty for a sole trader, whose number is a personal one.</summary>
    public Told<string> OrganisationNumber { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>SCB code of the municipality.</summary>
    public Told<string> Municipality { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>SNI 2025 code without dots.</summary>
    public Told<string> Sector { get; private set; } = new("", Audience.MyNetwork);

    public Told<SizeClass> Size { get; private set; } = new(SizeClass.Unknown, Audience.MyNetwork);

    public Told<ExportStatus> Export { get; private set; } = new(ExportStatus.Unknown, Audience.MyNetwork);

    /// <summary>What the firm does, in one or two sentences.</summary>
    public Told<string> About { get; private set; } = new("", Audience.MyNetwork);

    public string AboutLanguage { get; private set; } = "sv";

    public int Revision { get; set; }

    public IReadOnlyList<FirmRole> People => _people;

    public IReadOnlyList<ExportMarket> Exports => _exports;

    public void ShowTo(Audience presence)
    {
        Presence = presence;
        Raise(new FirmChanged(Id));
    }

    public void Place(Told<string> municipality, Told<string> sector, Told<SizeClass> size, Told<string> organisationNumber)
    {
        (Municipality, Sector, Size, OrganisationNumber) = (municipality, sector, size, organisationNumber);
        Raise(new FirmChanged(Id));
    }

    public void Describe(Told<string> about, string language)
    {
        (About, AboutLanguage) = (about, language);
        Raise(new FirmChanged(Id));
    }

    public void Trade(Told<ExportStatus> export, IEnumerable<ExportMarket> markets)
    {
        Export = export;
        _exports.AddRange(markets);
        Raise(new FirmChanged(Id));
    }

    public void Employ(Guid member, string role, DateTimeOffset since, Audience audience)
    {
        _people.Add(new FirmRole(Id, member, role, since, audience));
        Raise(new FirmChanged(Id));
        Raise(new MemberChanged(member));
    }
}

public sealed record FirmChanged(Guid FirmId);
