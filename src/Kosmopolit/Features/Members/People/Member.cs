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

    private Member() { }

    /// <param name="slug">Random and meaningless: an address must not tell a name that is hidden.</param>
    public Member(string slug, Guid? account, Told<string> name, DateTimeOffset now)
    {
        (Slug, AccountId, Name, JoinedAt) = (slug, account, name, now);
        Raise(new MemberChanged(Id));
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

    /// <summary>Address to write to; shown to nobody unless its owner says so.</summary>
    public Told<string> ContactEmail { get; private set; } = new("", Audience.OnlyMe);

    public Told<string> Phone { get; private set; } = new("", Audience.OnlyMe);

    public int Revision { get; set; }

    public IReadOnlyList<MarketKnowledge> Markets => _markets;

    public IReadOnlyList<LanguageSkill> Languages => _languages;

    public IReadOnlyList<Membership> Memberships => _memberships;

    public void ShowTo(Audience presence)
    {
        Presence = presence;
        Raise(new MemberChanged(Id));
    }

    public void Tell(Told<string> municipality, Told<string> offer, string offerLanguage)
    {
        (Municipality, Offer, OfferLanguage) = (municipality, offer, offerLanguage);
        Raise(new MemberChanged(Id));
    }

    public void Reach(Told<string> email, Told<string> phone)
    {
        (ContactEmail, Phone) = (email, phone);
        Raise(new MemberChanged(Id));
    }

    public void Declare(MarketKnowledge market)
    {
        _markets.Add(market);
        Raise(new MemberChanged(Id));
    }

    public void Speak(LanguageSkill skill)
    {
        _languages.Add(skill);
        Raise(new MemberChanged(Id));
    }

    public void Join(Guid network, DateTimeOffset now, Audience audience)
    {
        if (_memberships.Any(m => m.NetworkId == network && m.EndedAt is null))
            return;
        _memberships.Add(new Membership(Id, network, now, audience));
        Raise(new MemberChanged(Id));
    }
}

public sealed record MemberChanged(Guid MemberId);
