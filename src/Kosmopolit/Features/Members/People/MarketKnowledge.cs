using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>What a member declares they know of a country: on what basis, when, where, about what.</summary>
public sealed class MarketKnowledge : Entity
{
    private MarketKnowledge() { }

    public MarketKnowledge(Guid member, Ground ground, Audience audience)
    {
        (MemberId, Audience) = (member, audience);
        Learn(ground);
    }

    public Guid MemberId { get; private set; }

    public string Country { get; private set; } = "";

    public Basis Basis { get; private set; }

    public int? FromYear { get; private set; }

    public int? UntilYear { get; private set; }

    /// <summary>Town or province, as its owner writes it.</summary>
    public string Place { get; private set; } = "";

    public Topics Topics { get; private set; }

    /// <summary>The last year in which its owner dealt with somebody there.</summary>
    public int? LastContactYear { get; private set; }

    /// <summary>One sentence of what its owner can help with.</summary>
    public string Note { get; private set; } = "";

    /// <summary>BCP 47 tag of <see cref="Note"/>.</summary>
    public string NoteLanguage { get; private set; } = "sv";

    public Audience Audience { get; private set; }

    /// <summary>How, when and where it came to be known.</summary>
    public MarketKnowledge Learn(Ground ground)
    {
        (Country, Basis, FromYear, UntilYear) = (ground.Country, ground.Basis, ground.From, ground.Until);
        (Place, LastContactYear) = (ground.Place, ground.LastContact);
        return Changed();
    }

    /// <summary>What about it is known, and in one sentence how its owner can help.</summary>
    public MarketKnowledge About(Topics topics, string note, string noteLanguage)
    {
        (Topics, Note, NoteLanguage) = (topics, note, noteLanguage);
        return Changed();
    }

    public void ShowTo(Audience audience)
    {
        Audience = audience;
        Changed();
    }

    private MarketKnowledge Changed()
    {
        Raise(new MemberChanged(MemberId));
        return this;
    }
}

/// <summary>How, when and where somebody came to know a market.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, or the code of a former state.</param>
/// <param name="From">First year; null when not told.</param>
/// <param name="Until">Last year; null when it goes on or is not told.</param>
/// <param name="LastContact">The last year in which its owner dealt with somebody there.</param>
public sealed record Ground(string Country, Basis Basis, int? From, int? Until, string Place, int? LastContact);
