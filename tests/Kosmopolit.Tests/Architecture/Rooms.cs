namespace Kosmopolit.Tests.Architecture;

/// <summary>The rooms of the house and which doors lead from one to another.</summary>
public sealed class Rooms(IReadOnlyDictionary<string, string[]> doors)
{
    /// <summary>Puts the house together, so it may know every room: <c>Site</c>, <c>Program</c>, <c>Commands</c>, <c>FeaturesRoom</c>.</summary>
    public const string Composition = "(composition)";

    private static readonly string[] Ground = ["Platform"];
    private static readonly string[] Middle = [.. Ground, "Networks", "Members"];
    private static readonly string[] Siblings = ["Knowledge", "Activities", "Introductions", "Opportunities", "Support"];
    private static readonly string[] Top = ["Search", "Notifications", "Impact", "Trust"];

    // Pages that show what several rooms know stand above all of them; only the front page leans on these.
    private static readonly string[] Composing = ["Countries", "Regions", "Setup", "Demo"];

    /// <summary>The house as designed: the key may lean on the values.</summary>
    public static readonly Rooms Designed = new(Draw());

    public IReadOnlyDictionary<string, string[]> Doors => doors;

    /// <summary>The same house with one door bricked up.</summary>
    public Rooms Without(string from, string to) =>
        new(doors.ToDictionary(d => d.Key, d => d.Key == from ? d.Value.Except([to]).ToArray() : d.Value));

    /// <summary>The room a namespace belongs to; null when it is not part of the product.</summary>
    public static string? Of(string @namespace)
    {
        // The Razor compiler puts the helpers it writes for a component into a namespace of its own.
        var parts = @namespace.Replace("__Blazor.", "", StringComparison.Ordinal).Split('.');
        return parts switch
        {
            ["Kosmopolit"] or ["Kosmopolit", "Commands", ..] or ["Kosmopolit", "Features"] => Composition,
            ["Kosmopolit", "Features", var room, ..] => room,
            // A compiled model names the entities of every room.
            ["Kosmopolit", "Migrations", _, "Compiled"] => Composition,
            ["Kosmopolit", "Migrations", ..] => "Platform",
            ["Kosmopolit", "Tests", ..] => null,
            ["Kosmopolit", var room, ..] => room,
            _ => null,
        };
    }

    public bool Knows(string room) => room == Composition || doors.ContainsKey(room);

    public bool Allows(string from, string to) =>
        from == to || from == Composition || (doors.TryGetValue(from, out var open) && open.Contains(to));

    private static Dictionary<string, string[]> Draw()
    {
        var doors = new Dictionary<string, string[]>
        {
            ["Platform"] = [],
            ["Networks"] = Ground,
            ["Members"] = [.. Ground, "Networks"],
        };
        foreach (var room in Siblings)
            doors[room] = Middle;
        foreach (var room in Top)
            doors[room] = [.. Middle, .. Siblings];
        foreach (var room in Composing)
            doors[room] = [.. Middle, .. Siblings, .. Top];
        doors["Front"] = [.. Middle, .. Siblings, .. Top, "Countries", "Regions"];
        return doors;
    }
}
