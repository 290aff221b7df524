using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Rides;

/// <summary>A ride as it is typed.</summary>
public sealed class RideInput
{
    [PlainText(100)]
    public string? Start { get; set; }

    [PlainText(100)]
    public string? Goal { get; set; }

    [StringLength(40)]
    public string? LeaveDay { get; set; }

    [StringLength(40)]
    public string? LeaveTime { get; set; }

    /// <summary>IANA name; empty for the clock of the trip.</summary>
    [PlainText(64)]
    public string? Zone { get; set; }

    [StringLength(20, ErrorMessage = "Choose a number between 5 and 2880.")]
    public string? Minutes { get; set; }

    [StringLength(20, ErrorMessage = "Choose a number between 1 and 100.")]
    public string? Seats { get; set; } = "4";
}

public sealed class SeatsInput
{
    /// <summary>"ride/sign-up" of everybody who rides in something.</summary>
    public List<string>? Riding { get; set; }

    /// <summary>Those who did when the list was opened: <see cref="Ticks.Field"/>.</summary>
    [StringLength(Ticks.Longest)]
    public string? WereRiding { get; set; }

    public static string Pair(Guid ride, Guid signUp) => $"{ride:N}/{signUp:N}";
}
