using System.ComponentModel.DataAnnotations;

namespace Kosmopolit.Features.Activities.Trips.Rooms;

public sealed class BedsInput
{
    /// <summary>"room/sign-up" of everybody who sleeps somewhere.</summary>
    public List<string>? In { get; set; }

    /// <summary>Those who slept there when the list was opened: <see cref="Ticks.Field"/>.</summary>
    [StringLength(Ticks.Longest)]
    public string? WereIn { get; set; }

    public static string Pair(Guid room, Guid signUp) => $"{room:N}/{signUp:N}";
}
