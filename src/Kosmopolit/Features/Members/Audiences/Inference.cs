using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Audiences;

/// <summary>
/// What strangers can conclude from what is shown together: a name, a language and a country hint at an origin; a place
/// and a rare country can give away a hidden name.
/// </summary>
public sealed class Inference(KosmopolitDb db, Atlas atlas, Texts texts)
{
    /// <summary>Fewer people than this who look alike do not hide each other.</summary>
    public const int Crowd = 5;

    // Languages that say little about where somebody comes from.
    private static readonly string[] Common = ["sv", "en"];

    /// <summary>Warnings about what such a reader can conclude; empty when nothing stands out.</summary>
    public async Task<IReadOnlyList<string>> Of(Member member, Me reader, CancellationToken ct = default)
    {
        var distance = Beholder.Distance(reader);
        if (member.Presence < distance)
            return [];
        var markets = member.Markets.Where(k => k.Audience >= distance).ToList();
        var languages = member.Languages.Where(l => l.Audience >= distance && l.Speaks >= Cefr.C1 && !Common.Contains(l.Language)).ToList();
        var warnings = new List<string>();
        var hints = markets
            .Select(k => atlas.PlaceName(k.Country, texts.Language.Tag))
            .Concat(languages.Select(l => atlas.LanguageName(l.Language, texts.Language.Tag)))
            .Distinct()
            .Take(4)
            .ToList();
        if (member.Name.Audience >= distance && hints.Count > 0)
            warnings.Add(
                texts["Your name stands beside {0}. People may guess where you or your family come from.", string.Join(texts[", "], hints)]
            );
        else if (member.Municipality.Audience >= distance && member.Municipality.Value.Length > 0)
            warnings.AddRange(await Rare(member, markets, reader, ct));
        if (markets.Any(k => atlas.FormerState(k.Country) is not null) && member.Name.Audience >= distance)
            warnings.Add(texts["A country that is no more, beside your name, tells roughly how old you are and when you came."]);
        return warnings;
    }

    private async Task<IEnumerable<string>> Rare(Member member, List<MarketKnowledge> markets, Me reader, CancellationToken ct)
    {
        var (place, countries) = (member.Municipality.Value, markets.Select(k => k.Country).Distinct().ToList());
        var alike = await db
            .Members.VisibleTo(reader)
            .Where(s => s.Member.Municipality.Value == place && s.Member.Municipality.Audience >= s.Distance)
            .Join(
                db.MarketKnowledge,
                s => s.Member.Id,
                k => k.MemberId,
                (s, k) =>
                    new
                    {
                        s.Member.Id,
                        s.Distance,
                        k.Country,
                        k.Audience,
                    }
            )
            .Where(x => countries.Contains(x.Country) && x.Audience >= x.Distance)
            .GroupBy(x => x.Country)
            .Select(g => new { Country = g.Key, People = g.Select(x => x.Id).Distinct().Count() })
            .ToListAsync(ct);
        var town = atlas.Municipality(place)?.Name(texts.Language.Tag) ?? "";
        return alike
            .Where(a => a.People < Crowd)
            .Select(a =>
                texts[
                    "Your name is hidden, but fewer than {0} people in {1} show that they know {2}. Somebody there may guess that it is you.",
                    Crowd,
                    town,
                    atlas.PlaceName(a.Country, texts.Language.Tag)
                ]
            );
    }
}
