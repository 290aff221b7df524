using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Networks;

/// <summary>How a network's stage is put into words.</summary>
public static class NetworkWording
{
    public static string Name(Stage stage, Texts t) =>
        stage switch
        {
            Stage.Interest => t["gathering interest"],
            Stage.StartUp => t["starting up"],
            Stage.Independent => t["independent"],
            Stage.Dormant => t["resting"],
            Stage.Closed => t["closed"],
            _ => t["start given up"],
        };

    /// <summary>A step of a network's history: the stage it entered, or the start-up meeting that was held.</summary>
    public static string Name(StageChange step, Texts t) =>
        step.Meeting is int number ? t["meeting {0} held", number] : Name(step.Stage, t);

    /// <summary>What leads into the stage, as a button says it.</summary>
    public static string Move(Stage to, Texts t) =>
        to switch
        {
            Stage.Interest => t["Gather interest anew"],
            Stage.StartUp => t["Begin the start-up"],
            Stage.Dormant => t["Let the network rest"],
            Stage.Independent => t["Wake the network up"],
            Stage.Closed => t["Close the network"],
            _ => t["Give the start up"],
        };

    /// <summary>"independent since 2024".</summary>
    public static string Since(Network network, Texts t)
    {
        var year = network.StageSince.Year;
        return network.Stage switch
        {
            Stage.Interest => t["gathering interest since {0}", Month(network, t)],
            Stage.StartUp => t["starting up since {0}", Month(network, t)],
            Stage.Independent => t["independent since {0}", year.ToString(t.Language.Culture)],
            Stage.Dormant => t["resting since {0}", Month(network, t)],
            Stage.Closed => t["closed {0}", Month(network, t)],
            _ => t["start given up {0}", Month(network, t)],
        };
    }

    private static string Month(Network network, Texts t) => network.StageSince.ToString("MMMM yyyy", t.Language.Culture);
}
