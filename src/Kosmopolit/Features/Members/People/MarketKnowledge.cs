using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>How somebody came to know a market.</summary>
public enum Basis
{
    Lived = 1,
    Worked = 2,
    Traded = 3,
    Studied = 4,
    FamilyTies = 5,
}

/// <summary>The seed's four kinds of knowledge, doing business, and its usual parts. A row may name several.</summary>
[Flags]
public enum Topics
{
    None = 0,
    Culture = 1,
    Politics = 2,
    Language = 4,
    Religion = 8,
    Business = 16,
    Customs = 32,
    Procurement = 64,
    Etiquette = 128,
    Contracts = 256,
    Logistics = 512,
    Payment = 1024,
    Agents = 2048,
}

/// <summary>What a member declares they know of a country: on what basis, when, where, about what.</summary>
public sealed class MarketKnowledge : Entity
{
    private MarketKnowledge() { }

    /// <param name="country">ISO 3166-1 alpha-2, or the code of a former state.</param>
    /// <param name="from">First year; null when not told.</param>
    /// <param name="until">Last year; null when it goes on or is not told.</param>
    public MarketKnowledge(Guid member, string country, Basis basis, int? from, int? until, Audience audience) =>
        (MemberId, Country, Basis, FromYear, UntilYear, Audience) = (member, country, basis, from, until, audience);

    public Guid MemberId { get; private set; }

    public string Country { get; private set; } = "";

    public Basis Basis { get; private set; }

    public int? FromYear { get; private set; }

    public int? UntilYear { get; private set; }

    /// <summary>Town or province, as its owner writes it.</summary>
    public string Place { get; init; } = "";

    public Topics Topics { get; init; }

    /// <summary>The last year in which its owner dealt with somebody there.</summary>
    public int? LastContactYear { get; init; }

    /// <summary>One sentence of what its owner can help with.</summary>
    public string Note { get; init; } = "";

    /// <summary>BCP 47 tag of <see cref="Note"/>.</summary>
    public string NoteLanguage { get; init; } = "sv";

    public Audience Audience { get; private set; }
}
