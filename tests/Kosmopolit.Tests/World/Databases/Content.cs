using Kosmopolit.Features.Demo;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>What a template holds before anybody opens the door.</summary>
public enum Content
{
    /// <summary>Migrated and nothing else: the operator has not been here yet.</summary>
    Nothing,

    /// <summary>Set up by an operator, without a single network.</summary>
    SetUp,

    /// <summary>The demo world: seven networks, six hundred members, every role.</summary>
    Demo,
}

internal static class Contents
{
    public static async Task Write(this Content content, KosmopolitDb db)
    {
        if (content == Content.Demo)
            await DemoWorld.Load(db, CancellationToken.None);
        if (content != Content.SetUp)
            return;
        db.Add(new Installation("Kosmopolit", isDemo: false, MovableClock.Morning));
        await db.SaveChangesAsync();
    }
}
