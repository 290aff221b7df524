using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Audiences;

/// <summary>Stand-ins for the kinds of readers, to look through their eyes with the very queries that serve them.</summary>
public static class Beholder
{
    public const string Visitor = "visitor";
    public const string Networks = "networks";
    public const string Network = "network";

    public static readonly IReadOnlyList<string> All = [Visitor, Networks, Network];

    /// <param name="key">One of <see cref="All"/>; anything else is a visitor.</param>
    /// <param name="self">Whose networks "my network" means.</param>
    public static Me Of(string? key, Me self) =>
        key switch
        {
            // A member of some network that is shared with nobody.
            Networks => new Me { AccountId = Guid.Empty, Networks = [Guid.Empty] },
            Network => new Me { AccountId = Guid.Empty, Networks = self.Networks },
            _ => Me.Visitor,
        };

    /// <summary>How near such a reader stands to the member they stand for.</summary>
    public static Audience Distance(Me beholder) =>
        !beholder.IsMember ? Audience.Public
        : beholder.Networks.Contains(Guid.Empty) ? Audience.AllNetworks
        : Audience.MyNetwork;
}
