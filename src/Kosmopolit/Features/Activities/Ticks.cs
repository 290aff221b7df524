using Kosmopolit.Platform.Ui;

namespace Kosmopolit.Features.Activities;

/// <summary>
/// Boxes of a list that several people keep. The form says along in one field which were ticked when it was shown, so that only
/// what somebody changed is written.
/// </summary>
internal static class Ticks
{
    /// <summary>Of that field: two keys and what stands between them for every box.</summary>
    public const int Longest = UiRoom.MostTicks * 70;

    public static string Field(IEnumerable<string> ticked) => string.Join(' ', ticked);

    /// <returns>What somebody ticked, and what they took the tick from.</returns>
    public static (HashSet<string> Ticked, HashSet<string> Unticked) Changed(string? before, IEnumerable<string>? after)
    {
        var (was, now) = ((before ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), (after ?? []).ToList());
        return ([.. now.Except(was, StringComparer.Ordinal)], [.. was.Except(now, StringComparer.Ordinal)]);
    }

    /// <summary>Whether a box is shown as ticked: as it is stored, but for what somebody changed in a list that was refused.</summary>
    public static bool Shows((HashSet<string> Ticked, HashSet<string> Unticked) changed, string key, bool isStored) =>
        changed.Ticked.Contains(key) || (isStored && !changed.Unticked.Contains(key));
}
