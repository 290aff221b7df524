using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>
/// As what somebody answers who does not show who they are: what they declared of one market, as it was when they
/// answered. Nothing else of the person is in it.
/// </summary>
/// <param name="Basis">The most first-hand one; <see cref="Basis.None"/> says only "a member".</param>
/// <param name="Country">Empty when nothing is told.</param>
/// <param name="Years">How long; null when it was not told.</param>
public sealed record PenName(Basis Basis, string Country, int? Years)
{
    /// <summary>Says nothing but that it is a member.</summary>
    public static readonly PenName Plain = new(Basis.None, "", null);

    /// <param name="year">The year it is, for what goes on.</param>
    public static PenName From(MarketKnowledge market, int year)
    {
        var until = market.UntilYear ?? year;
        int? years = market.FromYear is { } from && until >= from ? Math.Max(1, until - from) : null;
        return new(market.Basis.Each().FirstOrDefault(), market.Country, years);
    }

    /// <summary>"A member who traded in … for nine years", in the reader's language.</summary>
    public string Say(Texts t, Atlas atlas)
    {
        if (Basis == Basis.None || Country.Length == 0)
            return t["A member"];
        var place = atlas.PlaceName(Country, t.Language.Tag);
        return Years is { } years ? Long(years, place, t) : Short(place, t);
    }

    private string Long(int years, string place, Texts t) =>
        Basis switch
        {
            Basis.Lived => t.Count(
                "A member who lived there for {0} year ({1})",
                "A member who lived there for {0} years ({1})",
                years,
                place
            ),
            Basis.Worked => t.Count(
                "A member who worked there for {0} year ({1})",
                "A member who worked there for {0} years ({1})",
                years,
                place
            ),
            Basis.Traded => t.Count(
                "A member who traded there for {0} year ({1})",
                "A member who traded there for {0} years ({1})",
                years,
                place
            ),
            Basis.Studied => t.Count(
                "A member who studied there for {0} year ({1})",
                "A member who studied there for {0} years ({1})",
                years,
                place
            ),
            _ => t["A member with family there ({0})", place],
        };

    private string Short(string place, Texts t) =>
        Basis switch
        {
            Basis.Lived => t["A member who has lived there ({0})", place],
            Basis.Worked => t["A member who has worked there ({0})", place],
            Basis.Traded => t["A member who has traded there ({0})", place],
            Basis.Studied => t["A member who has studied there ({0})", place],
            _ => t["A member with family there ({0})", place],
        };
}
