using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.StartUp.Statutes;

/// <summary>The questions that make statutes.</summary>
public sealed class CharterInput
{
    [Required(ErrorMessage = "Give the association a name.")]
    [PlainText(100)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Write the town where the association has its seat.")]
    [PlainText(60)]
    public string? Seat { get; set; }

    [Required(ErrorMessage = "Say what the association is for.")]
    [PlainText(1000)]
    public string? Purpose { get; set; }

    [Required(ErrorMessage = "Say who may become a member.")]
    [PlainText(500)]
    public string? Criterion { get; set; }

    [Range(1, 25, ErrorMessage = "Choose a number between 1 and 25.")]
    public int BoardLeast { get; set; } = 3;

    [Range(1, 25, ErrorMessage = "Choose a number between 1 and 25.")]
    public int BoardMost { get; set; } = 7;

    [Range(1, 4, ErrorMessage = "A term lasts between one and four years.")]
    public int TermYears { get; set; } = 1;

    [Range(1, 100, ErrorMessage = "Choose a number between 1 and 100.")]
    public int Quorum { get; set; } = 20;

    public VotePer VotePer { get; set; } = VotePer.Member;

    [Range(1, 3, ErrorMessage = "Choose a number between 1 and 3.")]
    public int Auditors { get; set; } = 1;

    [Required(ErrorMessage = "Say who gets what the association owns when it ends.")]
    [PlainText(500)]
    public string? Successor { get; set; }

    /// <summary>Number of the version that the form showed; 0 for none.</summary>
    public int Seen { get; set; }

    public static CharterInput Of(CharterTerms terms, int number) =>
        new()
        {
            Name = terms.Name,
            Seat = terms.Seat,
            Purpose = terms.Purpose,
            Criterion = terms.Criterion,
            BoardLeast = terms.BoardLeast,
            BoardMost = terms.BoardMost,
            TermYears = terms.TermYears,
            Quorum = terms.Quorum,
            VotePer = terms.VotePer,
            Auditors = terms.Auditors,
            Successor = terms.Successor,
            Seen = number,
        };

    internal CharterTerms Read() =>
        new()
        {
            Name = PlainText.Clean(Name),
            Seat = PlainText.Clean(Seat),
            Purpose = PlainText.Clean(Purpose),
            Criterion = PlainText.Clean(Criterion),
            BoardLeast = BoardLeast,
            BoardMost = BoardMost,
            TermYears = TermYears,
            Quorum = Quorum,
            VotePer = Enum.IsDefined(VotePer) ? VotePer : VotePer.Member,
            Auditors = Auditors,
            Successor = PlainText.Clean(Successor),
        };
}

/// <summary>The statutes word by word.</summary>
public sealed class CharterWordsInput
{
    [Required(ErrorMessage = "The statutes cannot be empty.")]
    [PlainText(18_000)]
    public string? Swedish { get; set; }

    [PlainText(18_000)]
    public string? English { get; set; }

    /// <summary>Number of the version that the form showed.</summary>
    public int Seen { get; set; }
}

/// <summary>How the founding meeting voted about the statutes.</summary>
public sealed class AdoptionInput
{
    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int For { get; set; }

    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int Against { get; set; }

    [Range(0, 1000, ErrorMessage = "Choose a number between 0 and 1000.")]
    public int Abstained { get; set; }

    internal VoteCount Votes => new(For, Against, Abstained);
}
