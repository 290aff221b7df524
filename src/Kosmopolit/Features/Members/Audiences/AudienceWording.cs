using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Audiences;

/// <summary>How circles of readers are put into words.</summary>
public static class AudienceWording
{
    /// <summary>The narrowest first.</summary>
    public static readonly IReadOnlyList<Audience> All = [.. Enum.GetValues<Audience>().Order()];

    public static string Name(Audience audience, Texts t) =>
        audience switch
        {
            Audience.OnlyMe => t["Only I"],
            Audience.Asker => t["Those I answer or meet"],
            Audience.MyNetwork => t["My network"],
            Audience.AllNetworks => t["All networks"],
            _ => t["Everyone"],
        };

    public static string Meaning(Audience audience, Texts t) =>
        audience switch
        {
            Audience.OnlyMe => t["Nobody else, not even those who run the network."],
            Audience.Asker => t["A person whose question you answered, or with whom both of you said yes to an introduction."],
            Audience.MyNetwork => t["Members of the networks you belong to."],
            Audience.AllNetworks => t["Members of any network in this installation."],
            _ => t["Anybody on the internet, also abroad."],
        };
}
