using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>What somebody says about a passage, and on what they stand.</summary>
public sealed class VoiceInput
{
    /// <summary>The words stood for; empty for the text as a whole. Only when a passage is marked.</summary>
    [StringLength(ClaimMapping.MostPassage, ErrorMessage = "A passage has at most 1,000 characters.")]
    public string? Passage { get; set; }

    /// <summary>Which button was pressed: true, false, withdraw, replace.</summary>
    [StringLength(10)]
    public string? Do { get; set; }

    public Basis[]? Basis { get; set; }

    [Range(1900, 2200, ErrorMessage = "Write a year with four digits.")]
    public int? From { get; set; }

    [Range(1900, 2200, ErrorMessage = "Write a year with four digits.")]
    public int? Until { get; set; }

    [PlainText(120)]
    public string? Place { get; set; }

    [Range(1900, 2200, ErrorMessage = "Write a year with four digits.")]
    public int? LastYear { get; set; }

    [PlainText(1000)]
    public string? Reason { get; set; }

    public bool ShowsName { get; set; }

    /// <summary>On what they stand; refused when years do not fit together.</summary>
    public (Standing?, Refusal?) Standing(int thisYear)
    {
        var basis = (Basis ?? []).Aggregate(Members.People.Basis.None, (all, one) => all | one);
        if (basis == Members.People.Basis.None)
            return (null, new Refusal("Say how you know it.", nameof(Basis)));
        if (From > thisYear || Until > thisYear || LastYear > thisYear)
            return (
                null,
                new Refusal(
                    "That year has not come yet.",
                    From > thisYear ? nameof(From)
                        : Until > thisYear ? nameof(Until)
                        : nameof(LastYear)
                )
            );
        if (Until < From)
            return (null, new Refusal("The end comes before the beginning.", nameof(Until)));
        var last = LastYear ?? Until ?? (From is null ? null : thisYear);
        return last is { } year
            ? (new Standing(basis, From, Until, PlainText.Clean(Place), year), null)
            : (null, new Refusal("Say when you last saw it for yourself.", nameof(LastYear)));
    }
}
