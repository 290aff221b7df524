using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>What all on a trip should know, as it is typed.</summary>
public sealed class SheetInput : ProfileInput
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

    public static SheetInput Of(TripSheet sheet)
    {
        var input = new SheetInput
        {
            Risks = sheet.Risks,
            Emergency = sheet.Emergency,
            Phrases = sheet.Phrases,
            Lists = sheet.Lists,
            Length = sheet.Length.ToString(CultureInfo.InvariantCulture),
            Break = sheet.Break.ToString(CultureInfo.InvariantCulture),
            Travel = sheet.Travel.ToString(CultureInfo.InvariantCulture),
        };
        input.Seen = input.Print();
        return input;
    }

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Risks, and what we agreed"], Risks ?? ""),
            (t["When something happens"], Emergency ?? ""),
            (t["A few sentences to say there"], Phrases ?? ""),
            (t["Note about rooms and rides"], Lists ?? ""),
            (t["Minutes of a meeting"], Length ?? ""),
            (t["Minutes of rest between"], Break ?? ""),
            (t["Minutes from place to place"], Travel ?? ""),
        ];
}
