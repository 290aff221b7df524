using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>Emergency numbers of one country, as they are typed.</summary>
public sealed class CountryNumbers
{
    [StringLength(2)]
    public string? Country { get; set; }

    [PlainText(AroundMapping.MostNumber)]
    public string? Police { get; set; }

    [PlainText(AroundMapping.MostNumber)]
    public string? Ambulance { get; set; }

    [PlainText(200)]
    public string? Embassy { get; set; }
}

public sealed class NumbersInput
{
    public List<CountryNumbers>? Numbers { get; set; }
}
