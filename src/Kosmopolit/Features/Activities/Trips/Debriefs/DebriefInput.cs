using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>What somebody says of one passage, as it is typed.</summary>
public sealed class CheckInput
{
    public Guid Claim { get; set; }

    /// <summary>yes, no, or nothing.</summary>
    [StringLength(3)]
    public string? Is { get; set; }

    [PlainText(1000)]
    public string? Reason { get; set; }
}

public sealed class ChecksInput
{
    public List<CheckInput>? Checks { get; set; }

    /// <summary>How they know it: worked or traded there.</summary>
    public Basis Basis { get; set; } = Basis.Traded;

    [PlainText(120)]
    public string? Place { get; set; }
}

/// <summary>The answer to one question of the debrief, as it is typed.</summary>
public sealed class LessonInput
{
    /// <summary>A passage of the bank holds no more.</summary>
    public const int Most = 1000;

    [StringLength(20)]
    public string? Matter { get; set; }

    [PlainText(Most)]
    public string? Text { get; set; }

    /// <summary>What stood in the box when it was shown.</summary>
    [PlainText(Most)]
    public string? Was { get; set; }

    /// <summary>What was saved in another window meanwhile; null while nothing was.</summary>
    internal string? Saved { get; private set; }

    /// <summary>Shows both, and takes the next press for an answer to what was saved.</summary>
    internal void Meet(string saved) => (Was, Saved) = (saved, saved);
}

public sealed class LessonsInput
{
    public List<LessonInput>? Lessons { get; set; }
}

/// <summary>How something learnt goes into the bank.</summary>
public sealed class TakeInput
{
    [PlainText(150)]
    public string? Title { get; set; }

    /// <summary>Key of the text that it is added to; null for a text of its own.</summary>
    public Guid? Into { get; set; }

    public Basis Basis { get; set; } = Basis.Traded;

    [PlainText(120)]
    public string? Place { get; set; }

    public bool ShowsName { get; set; }
}
