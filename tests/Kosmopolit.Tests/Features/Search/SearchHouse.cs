using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A database with real migrations and a real index in a folder of their own, and hands to change both.</summary>
public sealed class SearchHouse : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly Atlas World = new();
    private static readonly Gazetteer Names = new(World);

    // Migrations run once; every house gets a copy of their result.
    private static readonly Lazy<Task<string>> Migrated = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("kosmopolit-migrated-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var services = Furnish(folder);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KosmopolitDb>().Database.MigrateAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return services.GetRequiredService<DataFolder>().Database;
    });

    private ServiceProvider _services = null!;

    public string Folder { get; private set; } = "";

    public SearchIndex Index => _services.GetRequiredService<SearchIndex>();

    public IndexUpkeep Upkeep => _services.GetRequiredService<IndexUpkeep>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        Folder = Directory.CreateTempSubdirectory("kosmopolit-search-").FullName;
        _services = Furnish(Folder);
        File.Copy(await Migrated.Value, _services.GetRequiredService<DataFolder>().Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Ends the process as a power cut would: nothing is committed on the way out.</summary>
    public async Task Restart()
    {
        await _services.DisposeAsync();
        _services = Furnish(Folder);
    }

    public async Task In(Func<KosmopolitDb, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }

    public async Task<T> In<T>(Func<KosmopolitDb, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }

    public Task Store(params IEnumerable<Entity> rows) =>
        In(async db =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });

    /// <summary>Opens or makes the index and applies everything that happened.</summary>
    public async Task CatchUp()
    {
        await Upkeep.Open(CancellationToken.None);
        while (await Upkeep.Follow(CancellationToken.None)) { }
    }

    public async Task<SearchAnswer> Find(SearchQuestion question, Me? me = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<Finder>()
            .Find(question, me ?? Me.Visitor, TestContext.Current.CancellationToken);
    }

    public Task<SearchAnswer> Find(string text, Me? me = null) => Find(new SearchQuestion(text), me);

    public async Task<IReadOnlyList<Completion>> Complete(string prefix, Me? me = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var completer = scope.ServiceProvider.GetRequiredService<Kosmopolit.Features.Search.Answering.Completer>();
        return await completer.Complete(prefix, "sv", me ?? Me.Visitor, TestContext.Current.CancellationToken);
    }

    public static Network Network(string slug, string name) => new(slug, name, ["2480", "2404"], Now, null);

    public static Member Person(string name, Audience presence, Audience named = Audience.Public, params Guid[] networks)
    {
        var member = new Member($"p-{Guid.NewGuid():N}", null, new(name, named), Now);
        member.ShowTo(presence);
        foreach (var network in networks)
            member.Join(network, Now, Audience.MyNetwork);
        return member;
    }

    public static Firm Firm(string name, Audience presence, Member owner)
    {
        var firm = new Firm($"f-{Guid.NewGuid():N}", new(name, presence), Now);
        firm.ShowTo(presence);
        firm.Employ(owner.Id, "owner", Now, presence);
        return firm;
    }

    public static Me MemberOf(params Guid[] networks) =>
        new()
        {
            AccountId = Guid.NewGuid(),
            MemberId = Guid.NewGuid(),
            Networks = networks,
        };

    private static ServiceProvider Furnish(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Kosmopolit:Data", folder)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FixedClock());
        services.AddData(configuration);
        services.AddGeography();
        // Reference facts never change: read once for all houses.
        services.AddSingleton(World);
        services.AddSingleton(Names);
        services.AddSearch();
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(QueryCount.Interceptor));
        return services.BuildServiceProvider();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

public static class Describing
{
    public static Member Knows(
        this Member member,
        string country,
        Audience audience,
        Basis basis = Basis.Lived,
        Topics topics = Topics.None,
        string note = "",
        int? contact = null
    )
    {
        member.Declare(
            new MarketKnowledge(member.Id, country, basis, 1998, 2009, audience)
            {
                Topics = topics,
                Note = note,
                LastContactYear = contact,
            }
        );
        return member;
    }

    public static Member Speaks(this Member member, string language, Cefr level, Audience audience)
    {
        member.Speak(new LanguageSkill(member.Id, language, level, level, level, audience));
        return member;
    }

    public static Member Offers(
        this Member member,
        string offer,
        string language = "sv",
        string municipality = "",
        Audience audience = Audience.Public
    )
    {
        member.Tell(new(municipality, audience), new(offer, audience), language);
        return member;
    }

    public static IReadOnlyList<Guid> People(this SearchAnswer answer) =>
        [.. answer.Hits.Where(h => h.Kind == Kinds.Person).Select(h => h.Id).OfType<Guid>()];
}
