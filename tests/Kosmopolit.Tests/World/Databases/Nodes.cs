using Kosmopolit.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>Further programs on a house's database, with gates and connections of their own.</summary>
internal static class Nodes
{
    public static ServiceProvider AnotherNode(this OwnDatabase database, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Configuration).Build();
        return new ServiceCollection().AddLogging().AddSingleton(clock).AddData(configuration).BuildServiceProvider();
    }

    public static async Task InScope(this IServiceProvider node, Func<KosmopolitDb, Task> work)
    {
        await using var scope = node.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }
}
