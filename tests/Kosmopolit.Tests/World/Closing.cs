using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

[assembly: AssemblyFixture(typeof(Closing))]

namespace Kosmopolit.Tests.World;

/// <summary>Locks up after the last test.</summary>
public sealed class Closing : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Templates.Remove();
}
