namespace Kosmopolit.Platform.Doorstep;

/// <summary>The settings as the house will read them, for what must be known before it is built.</summary>
public static class EarlySettings
{
    /// <param name="args">What was typed, as settings.</param>
    public static IConfiguration Of(string[] args)
    {
        var typed = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args)
            .Build();
        var environment = typed["environment"] ?? Environments.Production;
        return new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
    }
}
