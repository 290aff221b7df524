using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Consents;

/// <summary>What needs a consent, and what its withdrawal undoes.</summary>
public static class MemberConsents
{
    public const Topics Sensitive = Topics.Religion | Topics.Politics;

    /// <summary>Whether the member agrees today.</summary>
    public static bool Agrees(this Member member, Purpose purpose) =>
        member.Consents.Any(c => c.Purpose == purpose && c.WithdrawnAt is null);

    /// <summary>Purposes that what the member tells now would need.</summary>
    public static IEnumerable<Purpose> Needed(this Member member)
    {
        if (member.Markets.Any(k => k.Basis.HasFlag(Basis.FamilyTies)))
            yield return Purpose.FamilyTies;
        if (member.Markets.Any(k => (k.Topics & Sensitive) != 0))
            yield return Purpose.SensitiveTopics;
        if (member.Presence == Audience.Public && member.Markets.Any(IsPublic))
            yield return Purpose.ShownToEveryone;
        else if (member.Presence == Audience.Public && member.Languages.Any(l => l.Audience == Audience.Public))
            yield return Purpose.ShownToEveryone;
    }

    /// <summary>Notes the consents that were ticked; the first that is needed and missing is refused.</summary>
    public static Refusal? AgreeTo(this Member member, IReadOnlyCollection<Purpose> ticked, string language, DateTimeOffset now)
    {
        foreach (var purpose in member.Needed().Where(p => !member.Agrees(p)).ToList())
        {
            if (!ticked.Contains(purpose))
                return new Refusal("Tick the box to agree, or take back the choice it belongs to.", "Agreed");
            member.Agree(purpose, ConsentWording.Version, language, now);
        }
        return null;
    }

    /// <summary>Takes a consent back: what needed it is erased or narrowed in the same save.</summary>
    public static void TakeBack(this Member member, Purpose purpose, DateTimeOffset now)
    {
        foreach (var consent in member.Consents.Where(c => c.Purpose == purpose))
            consent.Withdraw(now);
        switch (purpose)
        {
            case Purpose.FamilyTies:
                foreach (var market in member.Markets.Where(k => k.Basis.HasFlag(Basis.FamilyTies)).ToList())
                    Forget(member, market);
                break;
            case Purpose.SensitiveTopics:
                foreach (var market in member.Markets.Where(k => (k.Topics & Sensitive) != 0))
                    market.About(market.Topics & ~Sensitive, market.Note, market.NoteLanguage);
                break;
            default:
                foreach (var market in member.Markets.Where(IsPublic))
                    market.ShowTo(Audience.AllNetworks);
                foreach (var skill in member.Languages.Where(l => l.Audience == Audience.Public))
                    skill.ShowTo(Audience.AllNetworks);
                break;
        }
    }

    private static void Forget(Member member, MarketKnowledge market)
    {
        if (market.Basis == Basis.FamilyTies)
            member.Withdraw(market);
        else
            market.Learn(
                new(
                    market.Country,
                    market.Basis & ~Basis.FamilyTies,
                    market.FromYear,
                    market.UntilYear,
                    market.Place,
                    market.LastContactYear
                )
            );
    }

    private static bool IsPublic(MarketKnowledge market) => market.Audience == Audience.Public;
}
