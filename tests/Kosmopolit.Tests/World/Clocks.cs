using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Kosmopolit.Tests.World;

/// <summary>Workers that act because time has passed.</summary>
internal static class Clocks
{
    /// <summary>Ends a worker's rest: it looks at once whether there is something to do.</summary>
    public static void Wake<T>(this House house)
        where T : Worker => house.App.Services.GetServices<IHostedService>().OfType<T>().Single().Wake();

    /// <summary>Keeps a worker waiting for a house that is never ready. What it would do can still be called.</summary>
    public static IServiceCollection Halt<T>(this IServiceCollection services)
        where T : Worker
    {
        // A room adds a worker of a kind once, and this one is there already.
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, T>(s => ActivatorUtilities.CreateInstance<T>(s, new Readiness()))
        );
        return services;
    }
}
