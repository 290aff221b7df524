using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>A public body or association that supports networks: national, with offices in the regions or without.</summary>
public sealed class PartnerOrganisation : Entity, IRevised
{
    private readonly List<PartnerOffice> _offices = [];

    private PartnerOrganisation() { }

    /// <param name="key">Key that advisers' mandates already name; null for a new one.</param>
    public PartnerOrganisation(string slug, string name, DateTimeOffset now, Guid? key = null)
    {
        (Slug, Name, AddedAt, Id) = (slug, name, now, key ?? Id);
        Raise(new PartnerChanged(Id));
    }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What it is and does, in a few sentences.</summary>
    public string About { get; private set; } = "";

    /// <summary>BCP 47 tag of <see cref="About"/>.</summary>
    public string Language { get; private set; } = "sv";

    /// <summary>Address on the web, http or https, or empty.</summary>
    public string Web { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<PartnerOffice> Offices => _offices;

    public void Describe(string name, string about, string language, string web)
    {
        (Name, About, Language, Web) = (name, about, language, web);
        Raise(new PartnerChanged(Id));
    }

    /// <summary>Opens the offices that are new and closes those that are not named; an office keeps its key under its name.</summary>
    public void SitIn(IReadOnlyList<string> names, DateTimeOffset now)
    {
        foreach (var office in _offices)
            office.Be(open: names.Contains(office.Name), now);
        foreach (var name in names.Where(n => _offices.All(o => o.Name != n)))
            _offices.Add(new PartnerOffice(Id, name));
        Raise(new PartnerChanged(Id));
    }
}

/// <summary>An office of an organisation in a region.</summary>
public sealed class PartnerOffice : Entity
{
    private PartnerOffice() { }

    public PartnerOffice(Guid organisation, string name) => (OrganisationId, Name) = (organisation, name);

    public Guid OrganisationId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset? ClosedAt { get; private set; }

    internal void Be(bool open, DateTimeOffset now) => ClosedAt = open ? null : ClosedAt ?? now;
}

public sealed record PartnerChanged(Guid OrganisationId);
