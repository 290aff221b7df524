using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kosmopolit.Platform.Data;

/// <summary>Chooses the database: PostgreSQL when <c>ConnectionStrings:Postgres</c> is set, otherwise SQLite in the data folder.</summary>
public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = DataFolder.Of(configuration);
        services.AddSingleton(folder);
        services.AddSingleton<WriteGate>();
        var protection = services.AddDataProtection().SetApplicationName("Kosmopolit");
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(postgres));
            services.AddDbContextPool<PostgresDb>((sp, options) => options.UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>()));
            services.AddScoped<KosmopolitDb>(sp => Fresh(sp.GetRequiredService<PostgresDb>()));
            // Several nodes must read each other's cookies.
            protection.PersistKeysToDbContext<KosmopolitDb>();
        }
        else
        {
            services.AddSingleton<ReadyStatements>();
            services.AddDbContextPool<SqliteDb>(
                (sp, options) =>
                    Sqlite(options, sp.GetRequiredService<DataFolder>().Database).AddInterceptors(sp.GetRequiredService<ReadyStatements>())
            );
            services.AddScoped<KosmopolitDb>(sp => Fresh(sp.GetRequiredService<SqliteDb>()));
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        }
        // The framework reads the keys before it listens; they are wanted when the first cookie comes.
        services.Remove(services.Single(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    public static bool UsesPostgres(IConfiguration configuration) => configuration.GetConnectionString("Postgres") is { Length: > 0 };

    // Contexts are used again, because making one costs more than a small query; the next user is somebody else.
    private static KosmopolitDb Fresh(KosmopolitDb used)
    {
        used.Actor = null;
        return used;
    }

    public static DbContextOptionsBuilder Sqlite(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite($"Data Source={file};Default Timeout=10").AddInterceptors(new SqlitePragmas());
}
