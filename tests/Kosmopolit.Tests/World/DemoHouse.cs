using Kosmopolit.Features.Demo;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(DemoHouse))]

namespace Kosmopolit.Tests.World;

/// <summary>
/// One house with the demo world, in Development, opened once for all classes that only read. Whoever writes opens a
/// house of their own.
/// </summary>
public sealed class DemoHouse : IAsyncDisposable
{
    private readonly Lazy<Task<House>> _house = new(() =>
        House.Open(
            new Plan
            {
                Content = Content.Demo,
                Environment = Environments.Development,
                // A few personas knock on every door of the house within a minute.
                Services = services => services.PostConfigure<RateLimiterOptions>(o => o.GlobalLimiter = null),
            }
        )
    );

    public Task<House> Open() => _house.Value;

    /// <summary>A visitor with a browser of their own.</summary>
    public async Task<Reader> Visitor(string? language = "en")
    {
        var reader = (await Open()).Reader();
        reader.Language = language;
        return reader;
    }

    /// <summary>Somebody of the demo world, signed in.</summary>
    public async Task<Reader> SignedIn(Persona persona, string? language = "en")
    {
        var reader = await Visitor(language);
        await reader.SignIn(persona.Email);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        if (_house.IsValueCreated)
            await (await _house.Value).DisposeAsync();
    }
}
