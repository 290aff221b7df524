using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Rooms;

/// <summary>A room as it is typed.</summary>
public sealed class RoomInput
{
    [PlainText(200)]
    public string? Name { get; set; }

    [StringLength(20, ErrorMessage = "Choose a number between 1 and 20.")]
    public string? Places { get; set; } = "2";

    /// <summary>Day of the first night.</summary>
    [StringLength(40)]
    public string? Since { get; set; }

    /// <summary>Day on which it is left.</summary>
    [StringLength(40)]
    public string? Until { get; set; }
}
