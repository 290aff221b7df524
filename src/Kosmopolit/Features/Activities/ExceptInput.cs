using System.ComponentModel.DataAnnotations;

namespace Kosmopolit.Features.Activities;

/// <summary>A day of a series that is left out, or moved.</summary>
public sealed class ExceptInput
{
    /// <summary>The day as the series has it.</summary>
    [StringLength(40)]
    public string? Which { get; set; }

    /// <summary>The new day; empty leaves it out.</summary>
    [StringLength(40)]
    public string? To { get; set; }

    [StringLength(40)]
    public string? At { get; set; }
}
