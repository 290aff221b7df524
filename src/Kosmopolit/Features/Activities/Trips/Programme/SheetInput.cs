using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>What all on a trip should know, as it is typed.</summary>
public sealed class SheetInput
{
    [PlainText(TripMapping.MostNote)]
    public string? Risks { get; set; }

    [PlainText(TripMapping.MostNote)]
    public string? Emergency { get; set; }

    [PlainText(TripMapping.MostNote)]
    public string? Phrases { get; set; }

    [PlainText(TripMapping.MostNote)]
    public string? Lists { get; set; }

    [StringLength(20, ErrorMessage = "Choose a number between 10 and 240.")]
    public string? Length { get; set; } = "30";

    [StringLength(20, ErrorMessage = "Choose a number between 0 and 120.")]
    public string? Break { get; set; } = "15";

    [StringLength(20, ErrorMessage = "Choose a number between 0 and 240.")]
    public string? Travel { get; set; } = "30";

    public static SheetInput Of(TripSheet sheet) =>
        new()
        {
            Risks = sheet.Risks,
            Emergency = sheet.Emergency,
            Phrases = sheet.Phrases,
            Lists = sheet.Lists,
            Length = sheet.Length.ToString(CultureInfo.InvariantCulture),
            Break = sheet.Break.ToString(CultureInfo.InvariantCulture),
            Travel = sheet.Travel.ToString(CultureInfo.InvariantCulture),
        };
}
