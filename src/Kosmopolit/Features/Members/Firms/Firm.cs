using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
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
    /// <summary>Home of a firm that says nothing else.</summary>
    public const string Sweden = "SE";

    private readonly List<FirmRole> _people = [];
    private readonly List<ExportMarket> _exports = [];
    private readonly List<ExportStatusChange> _statuses = [];

    private Firm() { }

    /// <param name="slug">Random and meaningless: an address must not tell a name that is hidden.</param>
    /// <param name="key">Key that a form brought with it, so that sending it twice makes one firm.</param>
    public Firm(string slug, Told<string> name, DateTimeOffset now, Guid? key = null)
    {
        (Slug, Name, AddedAt, Id) = (slug, name, now, key ?? Id);
        Raise(new FirmChanged(Id));
    }

    public string Slug { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When its people closed it; from then on nobody finds it and only figures of earlier days count it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who may find the firm at all.</summary>
    public Audience Presence { get; private set; } = Audience.MyNetwork;

    public Told<string> Name { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>Swedish organisation number, ten digits; empty for a sole trader, whose number is a personal one.</summary>
    public Told<string> OrganisationNumber { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>The organisation number of an open firm once more, for the database to see that no two have the same.</summary>
    public string? UniqueNumber { get; private set; }

    /// <summary>The day on which a sole trader's personal number was checked and forgotten; null for others.</summary>
    public Told<DateOnly?> SoleTraderChecked { get; private set; } = new(null, Audience.MyNetwork);

    /// <summary>ISO 3166-1 alpha-2 of the country in which the firm is registered.</summary>
    public Told<string> HomeCountry { get; private set; } = new(Sweden, Audience.MyNetwork);

    /// <summary>SCB code of the municipality.</summary>
    public Told<string> Municipality { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>SNI 2025 code without dots.</summary>
    public Told<string> Sector { get; private set; } = new("", Audience.MyNetwork);

    public Told<SizeClass> Size { get; private set; } = new(SizeClass.Unknown, Audience.MyNetwork);

    public Told<ExportStatus> Export { get; private set; } = new(ExportStatus.Unknown, Audience.MyNetwork);

    /// <summary>Address on the web, http or https, or empty.</summary>
    public Told<string> Web { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>What the firm does, in one or two sentences.</summary>
    public Told<string> About { get; private set; } = new("", Audience.MyNetwork);

    public string AboutLanguage { get; private set; } = "sv";

    public int Revision { get; set; }

    public IReadOnlyList<FirmRole> People => _people;

    public IReadOnlyList<ExportMarket> Exports => _exports;

    /// <summary>Every export status it had, in no certain order.</summary>
    public IReadOnlyList<ExportStatusChange> Statuses => _statuses;

    /// <summary>The parts that hold today.</summary>
    public IEnumerable<FirmRole> Today => _people.Where(r => r.EndedAt is null);

    public void ShowTo(Audience presence)
    {
        Presence = presence;
        Changed();
    }

    public void BeCalled(Told<string> name)
    {
        Name = name;
        Changed();
    }

    public void Place(Told<string> municipality, Told<string> sector, Told<SizeClass> size, Told<string> organisationNumber)
    {
        (Municipality, Sector, Size, OrganisationNumber) = (municipality, sector, size, organisationNumber);
        UniqueNumber = organisationNumber.Value.Length == 0 || ClosedAt is not null ? null : organisationNumber.Value;
        Changed();
    }

    public void Register(Told<string> homeCountry, Told<DateOnly?> soleTraderChecked)
    {
        (HomeCountry, SoleTraderChecked) = (homeCountry, soleTraderChecked);
        Changed();
    }

    public void Describe(Told<string> about, string language)
    {
        (About, AboutLanguage) = (about, language);
        Changed();
    }

    public void Link(Told<string> web)
    {
        Web = web;
        Changed();
    }

    /// <summary>Where the firm stands on its way abroad; another standing than before begins a line of its history.</summary>
    public void StandAt(Told<ExportStatus> export, DateTimeOffset now, Guid? by)
    {
        if (export.Value != Export.Value)
            _statuses.Add(new ExportStatusChange(Id, export.Value, now, by));
        Export = export;
        Changed();
    }

    /// <param name="since">From when the standing holds; null for the day the firm was added.</param>
    public void Trade(Told<ExportStatus> export, IEnumerable<ExportMarket> markets, DateTimeOffset? since = null)
    {
        StandAt(export, since ?? AddedAt, null);
        _exports.AddRange(markets);
    }

    public void SellTo(ExportMarket market)
    {
        _exports.Add(market);
        Changed();
    }

    public void Withdraw(ExportMarket market)
    {
        _exports.Remove(market);
        Changed();
    }

    /// <summary>Gives somebody a part; whoever has one already gets the other role and keeps the audience they chose.</summary>
    public void Employ(Guid member, string role, DateTimeOffset since, Audience audience)
    {
        if (PartOf(member) is { } known)
        {
            known.Become(role);
            return;
        }
        _people.Add(new FirmRole(Id, member, role, since, audience));
        Changed();
        Raise(new MemberChanged(member));
    }

    /// <summary>The part that somebody has today, or null.</summary>
    public FirmRole? PartOf(Guid? member) => Today.SingleOrDefault(r => r.MemberId == member);

    /// <summary>Ends somebody's part unless the firm would be left without an owner, or without anybody to decide.</summary>
    public Refusal? Leave(FirmRole part, DateTimeOffset now)
    {
        if (IsLast(part))
            return new Refusal("Nobody would be left to run the firm. Name who takes over, or close the firm.");
        part.End(now);
        Changed();
        return null;
    }

    /// <summary>Whether the firm has nobody of this standing but this one: the last owner, or the last with a say.</summary>
    public bool IsLast(FirmRole part) =>
        (part.Role == FirmRole.Owner && Today.Count(r => r.Role == FirmRole.Owner) == 1) || (part.Keeps && Today.Count(r => r.Keeps) == 1);

    public void Close(DateTimeOffset now)
    {
        (ClosedAt, UniqueNumber) = (now, null);
        foreach (var part in Today.ToList())
            part.End(now);
        Changed();
    }

    /// <summary>
    /// Its last person left with everything: the firm is closed and no word of it stays. Line of business, size, place
    /// and export history stay for sums.
    /// </summary>
    public void Vanish(DateTimeOffset now)
    {
        (Presence, Slug) = (Audience.OnlyMe, Platform.Slug.Meaningless());
        var nothing = new Told<string>("", Audience.OnlyMe);
        (Name, OrganisationNumber, Web, About) = (nothing, nothing with { }, nothing with { }, nothing with { });
        SoleTraderChecked = new(null, Audience.OnlyMe);
        Close(now);
    }

    private void Changed() => Raise(new FirmChanged(Id));
}

public sealed record FirmChanged(Guid FirmId);
