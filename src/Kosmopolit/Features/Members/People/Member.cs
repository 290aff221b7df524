using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>
/// An entrepreneur. Every personal field carries the audience its owner chose; nothing here says where a person was
/// born, what they believe or how they vote, and nothing ever will.
/// </summary>
public sealed class Member : Entity, IRevised
{
    private readonly List<MarketKnowledge> _markets = [];
    private readonly List<LanguageSkill> _languages = [];
    private readonly List<Membership> _memberships = [];
    private readonly List<Consent> _consents = [];

    private Member() { }

    /// <param name="slug">Random and meaningless: an address must not tell a name that is hidden.</param>
    public Member(string slug, Guid? account, Told<string> name, DateTimeOffset now)
    {
        (Slug, AccountId, Name, JoinedAt) = (slug, account, name, now);
        Changed();
    }

    public string Slug { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Who may find this person at all, with or without a name.</summary>
    public Audience Presence { get; private set; } = Audience.MyNetwork;

    public Told<string> Name { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>SCB code of the home municipality, or empty.</summary>
    public Told<string> Municipality { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>One sentence: what others may come to this person for.</summary>
    public Told<string> Offer { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>BCP 47 tag of <see cref="Offer"/>.</summary>
    public string OfferLanguage { get; private set; } = "sv";

    /// <summary>One sentence: what this person hopes to find here.</summary>
    public Told<string> LooksFor { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>BCP 47 tag of <see cref="LooksFor"/>.</summary>
    public string LooksForLanguage { get; private set; } = "sv";

    /// <summary>SNI 2025 codes without dots, separated by one space: trades this person knows beyond their own firm's.</summary>
    public Told<string> Sectors { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>BCP 47 tags separated by one space: languages in which this person wants to read questions and texts.</summary>
    public Told<string> Reads { get; private set; } = new("", Audience.MyNetwork);

    /// <summary>Whether this person has time for others at present.</summary>
    public Told<Availability> Availability { get; private set; } = new(People.Availability.Unknown, Audience.MyNetwork);

    /// <summary>Address to write to; shown to nobody unless its owner says so.</summary>
    public Told<string> ContactEmail { get; private set; } = new("", Audience.OnlyMe);

    public Told<string> Phone { get; private set; } = new("", Audience.OnlyMe);

    public int Revision { get; set; }

    public IReadOnlyList<MarketKnowledge> Markets => _markets;

    public IReadOnlyList<LanguageSkill> Languages => _languages;

    public IReadOnlyList<Membership> Memberships => _memberships;

    /// <summary>Receipts of what this person agreed to, withdrawn ones too.</summary>
    public IReadOnlyList<Consent> Consents => _consents;

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

    public void LiveIn(Told<string> municipality)
    {
        Municipality = municipality;
        Changed();
    }

    public void Give(Told<string> offer, string language)
    {
        (Offer, OfferLanguage) = (offer, language);
        Changed();
    }

    public void Seek(Told<string> looksFor, string language)
    {
        (LooksFor, LooksForLanguage) = (looksFor, language);
        Changed();
    }

    public void WorkIn(Told<string> sectors)
    {
        Sectors = sectors;
        Changed();
    }

    public void Read(Told<string> languages)
    {
        Reads = languages;
        Changed();
    }

    public void BeThere(Told<Availability> availability)
    {
        Availability = availability;
        Changed();
    }

    public void Reach(Told<string> email, Told<string> phone)
    {
        (ContactEmail, Phone) = (email, phone);
        Changed();
    }

    public void Declare(MarketKnowledge market)
    {
        _markets.Add(market);
        Changed();
    }

    public void Withdraw(MarketKnowledge market)
    {
        _markets.Remove(market);
        Changed();
    }

    public void Speak(LanguageSkill skill)
    {
        _languages.Add(skill);
        Changed();
    }

    public void Withdraw(LanguageSkill skill)
    {
        _languages.Remove(skill);
        Changed();
    }

    public void Agree(Purpose purpose, int wording, string language, DateTimeOffset now) =>
        _consents.Add(new Consent(Id, purpose, wording, language, now));

    public void Join(Guid network, DateTimeOffset now, Audience audience)
    {
        if (_memberships.Any(m => m.NetworkId == network && m.EndedAt is null))
            return;
        _memberships.Add(new Membership(Id, network, now, audience));
        Changed();
    }

    /// <summary>
    /// Nobody is left in this row: only a number that others' rows and figures of earlier days point to. What lies in
    /// rows of its own is deleted by whoever calls this.
    /// </summary>
    public void Vanish(DateTimeOffset now)
    {
        (AccountId, Slug, Presence) = (null, Platform.Slug.Meaningless(), Audience.OnlyMe);
        var nothing = new Told<string>("", Audience.OnlyMe);
        (Name, Municipality, Offer, LooksFor) = (nothing, nothing with { }, nothing with { }, nothing with { });
        (Sectors, Reads, ContactEmail, Phone) = (nothing with { }, nothing with { }, nothing with { }, nothing with { });
        Availability = new(People.Availability.Unknown, Audience.OnlyMe);
        foreach (var membership in _memberships)
            membership.EndForNobody(now);
        Changed();
        Raise(new MemberErased(Id));
    }

    /// <summary>Until when a network has suspended this person, also when they left meanwhile; null when it has not.</summary>
    public DateTimeOffset? SuspendedFrom(Guid network, DateTimeOffset now) =>
        _memberships.Where(m => m.NetworkId == network && m.SuspendedUntil > now).Max(m => m.SuspendedUntil);

    private void Changed() => Raise(new MemberChanged(Id));
}

/// <summary>Whether somebody has time for others at present.</summary>
public enum Availability
{
    Unknown = 0,
    Open = 1,
    Sometimes = 2,
    Away = 3,
}

public sealed record MemberChanged(Guid MemberId);

public sealed record MemberErased(Guid MemberId);
