using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>On what a member can confirm with one tap who has said nothing about a claim yet: what their profile tells of the country.</summary>
public static class OneTap
{
    /// <summary>What its owner keeps to themselves is not told by a tap.</summary>
    public static IQueryable<MarketKnowledge> Markets(KosmopolitDb db, Me me) =>
        db
            .Members.Own(me)
            .SelectMany(m => m.Markets)
            .Where(k => k.Audience != Audience.OnlyMe && (k.Basis & ~Basis.FamilyTies) != Basis.None);

    /// <summary>Family is nothing that a claim tells of.</summary>
    public static Basis Said(Basis basis) => basis & ~Basis.FamilyTies;
}
