using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>What a firm tells of one piece of business abroad, as it is written.</summary>
public sealed class EntryInput
{
    [EnumDataType(typeof(DealStage), ErrorMessage = "Choose from the list.")]
    public DealStage Stage { get; set; } = DealStage.Contact;

    /// <summary>The country's name in any language, or a code.</summary>
    [PlainText(100)]
    public string? Country { get; set; }

    [EnumDataType(typeof(ValueBand), ErrorMessage = "Choose from the list.")]
    public ValueBand Band { get; set; }

    [PlainText(20)]
    public string? On { get; set; }

    [EnumDataType(typeof(Evidence), ErrorMessage = "Choose from the list.")]
    public Evidence Evidence { get; set; } = Evidence.Said;

    [PlainText(LedgerMapping.MostPartner)]
    public string? Partner { get; set; }

    [PlainText(LedgerMapping.MostNote)]
    public string? Note { get; set; }

    /// <summary>Address or slug of another firm's page here.</summary>
    [PlainText(300)]
    public string? OtherFirm { get; set; }

    public Guid? Activity { get; set; }

    /// <summary>Address of a question's page.</summary>
    [PlainText(300)]
    public string? Question { get; set; }

    public bool IsIntroduced { get; set; }

    /// <summary>Why it is corrected.</summary>
    [PlainText(LedgerMapping.MostWhy)]
    public string? Why { get; set; }

    /// <summary>That it is not what the firm has told already.</summary>
    public bool IsAnother { get; set; }

    /// <param name="otherFirm">The slug of the other firm's page.</param>
    public static EntryInput Of(Deal deal, string otherFirm, Atlas atlas, Texts t) =>
        new()
        {
            Stage = deal.Stage,
            Country = deal.Country.Length == 0 ? "" : atlas.PlaceName(deal.Country, t.Language.Tag),
            Band = deal.Band,
            On = deal.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Evidence = deal.Evidence,
            Partner = deal.Partner,
            Note = deal.Note,
            OtherFirm = otherFirm,
            Activity = deal.ActivityId,
            Question = deal.QuestionId is { } question ? $"/questions/{question}" : "",
            IsIntroduced = deal.IsIntroduced,
        };
}
