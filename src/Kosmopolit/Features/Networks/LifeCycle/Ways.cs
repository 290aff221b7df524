using Kosmopolit.Platform;

namespace Kosmopolit.Features.Networks.LifeCycle;

/// <summary>Which stage leads to which. What is not here cannot happen.</summary>
public static class Ways
{
    /// <summary>Start-up meetings that lead to independence.</summary>
    public const int Meetings = 3;

    private static readonly Dictionary<Stage, Stage[]> From = new()
    {
        [Stage.Interest] = [Stage.StartUp, Stage.Abandoned],
        [Stage.StartUp] = [Stage.Independent, Stage.Abandoned],
        [Stage.Independent] = [Stage.Dormant, Stage.Closed],
        [Stage.Dormant] = [Stage.Independent, Stage.Closed],
        [Stage.Closed] = [],
        [Stage.Abandoned] = [Stage.Interest],
    };

    /// <summary>The stages that can follow.</summary>
    public static IReadOnlyList<Stage> After(Stage stage) => From[stage];

    /// <summary>Null when there is a way; otherwise what can be done from here instead.</summary>
    public static Refusal? Refuse(Stage from, Stage to) =>
        From[from].Contains(to) ? null
        : from == to ? new Refusal("The network is there already.")
        : from switch
        {
            Stage.Interest => new Refusal("This network gathers interest. It can start up or be given up, nothing else."),
            Stage.StartUp => new Refusal("This network is starting up. It can become independent or be given up, nothing else."),
            Stage.Independent => new Refusal("This network is independent. It can rest or be closed by its members, nothing else."),
            Stage.Dormant => new Refusal("This network is resting. It can wake up or be closed by its members, nothing else."),
            Stage.Closed => new Refusal("This network is closed. Nothing about it can be changed any more."),
            _ => new Refusal("This start was given up. Interest can be gathered anew, nothing else."),
        };
}
