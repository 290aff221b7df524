using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.People;

/// <summary>A member as one reader may see them; what is hidden never left the database.</summary>
public sealed record PersonView
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required Audience Distance { get; init; }

    /// <summary>Null when the reader may not know it.</summary>
    public string? Name { get; init; }

    public string? Municipality { get; init; }

    public string? Offer { get; init; }

    public required string OfferLanguage { get; init; }

    public string? ContactEmail { get; init; }

    public string? Phone { get; init; }

    public required IReadOnlyList<MarketView> Markets { get; init; }

    public required IReadOnlyList<LanguageView> Languages { get; init; }

    public required IReadOnlyList<Guid> Networks { get; init; }
}

public sealed record MarketView(
    string Country,
    Basis Basis,
    int? FromYear,
    int? UntilYear,
    string Place,
    Topics Topics,
    int? LastContactYear,
    string Note
);

public sealed record LanguageView(string Language, Cefr Understands, Cefr Speaks, Cefr Writes);

public static class PersonViews
{
    /// <summary>What the reader may see of each member, field by field.</summary>
    public static IQueryable<PersonView> AsViews(this IQueryable<SeenMember> seen) =>
        seen.Select(s => new PersonView
        {
            Id = s.Member.Id,
            Slug = s.Member.Slug,
            Distance = s.Distance,
            Name = s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : null,
            Municipality = s.Member.Municipality.Audience >= s.Distance ? s.Member.Municipality.Value : null,
            Offer = s.Member.Offer.Audience >= s.Distance ? s.Member.Offer.Value : null,
            OfferLanguage = s.Member.OfferLanguage,
            ContactEmail = s.Member.ContactEmail.Audience >= s.Distance ? s.Member.ContactEmail.Value : null,
            Phone = s.Member.Phone.Audience >= s.Distance ? s.Member.Phone.Value : null,
            Markets = s
                .Member.Markets.Where(k => k.Audience >= s.Distance)
                .OrderBy(k => k.Id)
                .Select(k => new MarketView(k.Country, k.Basis, k.FromYear, k.UntilYear, k.Place, k.Topics, k.LastContactYear, k.Note))
                .ToList(),
            Languages = s
                .Member.Languages.Where(l => l.Audience >= s.Distance)
                .OrderByDescending(l => l.Speaks)
                .ThenBy(l => l.Language)
                .Select(l => new LanguageView(l.Language, l.Understands, l.Speaks, l.Writes))
                .ToList(),
            Networks = s
                .Member.Memberships.Where(n => n.EndedAt == null && n.Audience >= s.Distance)
                .OrderBy(n => n.Since)
                .Select(n => n.NetworkId)
                .ToList(),
        });
}
