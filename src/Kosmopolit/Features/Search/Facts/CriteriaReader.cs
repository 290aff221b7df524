using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Brings together the codes of the address and those read from the text.</summary>
public sealed class CriteriaReader(Atlas atlas, FactClauses facts)
{
    private readonly Lazy<ILookup<string?, string>> _narrower = new(() => atlas.Sectors.ToLookup(s => s.Parent, s => s.Code));

    public Criteria Of(SearchQuestion question, Reading reading)
    {
        var countries = Codes(question.Country, reading, LeadKind.Country);
        return new Criteria
        {
            Countries = [.. countries.Concat(countries.SelectMany(facts.SameGround)).Distinct()],
            Topics = Codes(question.Topic, reading, LeadKind.Topic)
                .Select(TopicKeys.Parse)
                .Aggregate(Topics.None, (all, topic) => all | (topic ?? Topics.None)),
            Number = reading.Number,
            Languages = Codes(question.Language, reading, LeadKind.Language),
            Sectors = [.. Codes(question.Sector, reading, LeadKind.Sector).SelectMany(WithNarrower).Distinct()],
            Municipalities = [.. Codes(question.Region, reading, LeadKind.Region).SelectMany(MunicipalitiesOf).Distinct()],
        };
    }

    private static List<string> Codes(string? filter, Reading reading, LeadKind kind) =>
        filter is null ? [.. reading.Codes(kind)] : [filter];

    private IEnumerable<string> WithNarrower(string sector) => _narrower.Value[sector].SelectMany(WithNarrower).Prepend(sector);

    private IEnumerable<string> MunicipalitiesOf(string region) =>
        atlas.Municipality(region) is { } one ? [one.Code] : atlas.Municipalities.Where(m => m.County == region).Select(m => m.Code);
}
