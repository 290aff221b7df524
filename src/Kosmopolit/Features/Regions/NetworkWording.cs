using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Regions;

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
