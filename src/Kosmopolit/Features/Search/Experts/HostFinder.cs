using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>Those who could receive a trip: who knows the country, its towns first, and has time.</summary>
internal sealed class HostFinder(ExpertFinder experts, EvidenceWording wording, Atlas atlas, Me me, Texts t) : HostScout
{
    public override async Task<IReadOnlyList<LikelyHost>> Find(
        string country,
        IReadOnlyCollection<string> places,
        int most,
        CancellationToken ct
    )
    {
        var words = string.Join(' ', places.Append(atlas.PlaceName(country, t.Language.Tag)));
        var found = await experts.Find(words, t.Language.Tag, me, ct, country);
        return
        [
            .. found
                .Where(w => w.Facts.Person.Availability != Availability.Away)
                .OrderByDescending(w => Knows(w.Facts.Person, places))
                .Take(most)
                .Select(w => new LikelyHost(
                    w.Facts.Person.Id,
                    w.Facts.Person.Title(t, atlas),
                    $"/people/{w.Facts.Person.Slug}",
                    wording.About(w.Because, t)
                )),
        ];
    }

    // The order by weight stays among those who name the town, and among the others.
    private static bool Knows(PersonView person, IReadOnlyCollection<string> places) =>
        person.Markets.Any(m => m.Place.Length > 0 && places.Any(p => m.Place.Contains(p, StringComparison.CurrentCultureIgnoreCase)));
}
