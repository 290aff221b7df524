using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

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

    public string? LooksFor { get; init; }

    public required string LooksForLanguage { get; init; }

    /// <summary>SNI codes separated by one space.</summary>
    public string? Sectors { get; init; }

    /// <summary>BCP 47 tags separated by one space.</summary>
    public string? Reads { get; init; }

    public Availability? Availability { get; init; }

    public string? ContactEmail { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<MarketView> Markets { get; init; } = [];

    public IReadOnlyList<LanguageView> Languages { get; init; } = [];

    public IReadOnlyList<Guid> Networks { get; init; } = [];
}

public sealed record MarketView(
    string Country,
    Basis Basis,
    int? FromYear,
    int? UntilYear,
    string Place,
    Topics Topics,
    int? LastContactYear,
    string Note,
    string NoteLanguage
);

public sealed record LanguageView(string Language, Cefr Understands, Cefr Speaks, Cefr Writes);

public static class PersonViews
{
    /// <summary>
    /// What the reader may see of each of these members, in the same order: one query for the people, one for each of
    /// their lists, however many there are.
    /// </summary>
    public static Task<List<PersonView>> ToViews(
        this IQueryable<SeenMember> seen,
        KosmopolitDb db,
        Me me,
        CancellationToken ct = default
    ) => seen.ToViews(db, members => members.VisibleTo(me), ct);

    /// <param name="sight">Which members are seen, and from how near; the lists are read through it too.</param>
    internal static async Task<List<PersonView>> ToViews(
        this IQueryable<SeenMember> seen,
        KosmopolitDb db,
        Func<IQueryable<Member>, IQueryable<SeenMember>> sight,
        CancellationToken ct
    )
    {
        var people = await seen.Select(s => new PersonView
            {
                Id = s.Member.Id,
                Slug = s.Member.Slug,
                Distance = s.Distance,
                Name = s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : null,
                Municipality = s.Member.Municipality.Audience >= s.Distance ? s.Member.Municipality.Value : null,
                Offer = s.Member.Offer.Audience >= s.Distance ? s.Member.Offer.Value : null,
                OfferLanguage = s.Member.OfferLanguage,
                LooksFor = s.Member.LooksFor.Audience >= s.Distance ? s.Member.LooksFor.Value : null,
                LooksForLanguage = s.Member.LooksForLanguage,
                Sectors = s.Member.Sectors.Audience >= s.Distance ? s.Member.Sectors.Value : null,
                Reads = s.Member.Reads.Audience >= s.Distance ? s.Member.Reads.Value : null,
                Availability = s.Member.Availability.Audience >= s.Distance ? s.Member.Availability.Value : null,
                ContactEmail = s.Member.ContactEmail.Audience >= s.Distance ? s.Member.ContactEmail.Value : null,
                Phone = s.Member.Phone.Audience >= s.Distance ? s.Member.Phone.Value : null,
            })
            .AsNoTracking()
            .ToListAsync(ct);
        if (people.Count == 0)
            return people;
        var ids = people.Select(p => p.Id).ToList();
        var same = sight(db.Members.Where(m => ids.Contains(m.Id)));
        var (markets, languages, networks) = (await Markets(db, same, ct), await Languages(db, same, ct), await Networks(db, same, ct));
        return
        [
            .. people.Select(p =>
                p with
                {
                    Markets = [.. markets[p.Id]],
                    Languages = [.. languages[p.Id]],
                    Networks = [.. networks[p.Id]],
                }
            ),
        ];
    }

    private static async Task<ILookup<Guid, MarketView>> Markets(KosmopolitDb db, IQueryable<SeenMember> seen, CancellationToken ct) =>
        (
            await seen.Join(db.MarketKnowledge, s => s.Member.Id, k => k.MemberId, (s, k) => new { s.Distance, Row = k })
                .Where(x => x.Row.Audience >= x.Distance)
                .OrderBy(x => x.Row.Id)
                .Select(x => x.Row)
                .AsNoTracking()
                .ToListAsync(ct)
        ).ToLookup(
            k => k.MemberId,
            k => new MarketView(k.Country, k.Basis, k.FromYear, k.UntilYear, k.Place, k.Topics, k.LastContactYear, k.Note, k.NoteLanguage)
        );

    private static async Task<ILookup<Guid, LanguageView>> Languages(KosmopolitDb db, IQueryable<SeenMember> seen, CancellationToken ct) =>
        (
            await seen.Join(db.LanguageSkills, s => s.Member.Id, l => l.MemberId, (s, l) => new { s.Distance, Row = l })
                .Where(x => x.Row.Audience >= x.Distance)
                .OrderByDescending(x => x.Row.Speaks)
                .ThenBy(x => x.Row.Language)
                .Select(x => x.Row)
                .AsNoTracking()
                .ToListAsync(ct)
        ).ToLookup(l => l.MemberId, l => new LanguageView(l.Language, l.Understands, l.Speaks, l.Writes));

    private static async Task<ILookup<Guid, Guid>> Networks(KosmopolitDb db, IQueryable<SeenMember> seen, CancellationToken ct) =>
        (
            await seen.Join(db.Memberships, s => s.Member.Id, m => m.MemberId, (s, m) => new { s.Distance, Row = m })
                .Where(x => x.Row.EndedAt == null && x.Row.Audience >= x.Distance)
                .OrderBy(x => x.Row.Since)
                .Select(x => new { x.Row.MemberId, x.Row.NetworkId })
                .ToListAsync(ct)
        ).ToLookup(m => m.MemberId, m => m.NetworkId);
}
