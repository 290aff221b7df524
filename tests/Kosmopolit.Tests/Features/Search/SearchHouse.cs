using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A database with real migrations and a real index in a folder of their own, and hands to change both.</summary>
public sealed class SearchHouse : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly Atlas Facts = new();
    private static readonly Gazetteer Names = new(Facts);

    private OwnDatabase _database = null!;
    private ServiceProvider _services = null!;
    private bool _isGuest;

    /// <summary>To be set before the house is furnished.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    public string Folder => _database.Folder;

    public SearchIndex Index => _services.GetRequiredService<SearchIndex>();

    public IndexUpkeep Upkeep => _services.GetRequiredService<IndexUpkeep>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _database = await Templates.Copy(Content.Nothing);
        _services = Furnish(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isGuest)
            return;
        if (!_database.IsPostgres)
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await _database.DisposeAsync();
    }

    /// <summary>Ends the process as a power cut would: nothing is committed on the way out.</summary>
    public async Task Restart()
    {
        await _services.DisposeAsync();
        _services = Furnish(_database);
    }

    /// <summary>Another node over the same rows, with an index of its own.</summary>
    public SearchHouse Neighbour()
    {
        var folder = new IndexFolder(Path.Combine(Folder, $"index-of-{Guid.NewGuid():N}"));
        return new SearchHouse
        {
            _database = _database,
            _services = Furnish(_database, folder),
            _isGuest = true,
        };
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
        await Settle();
        await Upkeep.Open(CancellationToken.None);
        while (await Upkeep.Follow(CancellationToken.None)) { }
    }

    // PostgreSQL shows an event once every transaction of the server that began before its end is over, and other tests
    // write on the same server.
    private async Task Settle()
    {
        var written = await In(db => db.Set<LoggedEvent>().CountAsync(Until.Stopped));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await In(db => db.After(LogPlace.Start, written, Until.Stopped))).Count < written)
            await pause.WaitForNextTickAsync(Until.Stopped);
    }

    public async Task<SearchAnswer> Find(SearchQuestion question, Me? me = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<Finder>()
            .Find(question, me ?? Me.Visitor, TestContext.Current.CancellationToken);
    }

    public Task<SearchAnswer> Find(string text, Me? me = null) => Find(new SearchQuestion(text), me);

    public async Task<IReadOnlyList<Completion>> Complete(string typed, Me? me = null, string language = "sv") =>
        (await Completed(typed, me, language)).Offers;

    public async Task<Completed> Completed(string typed, Me? me = null, string language = "sv")
    {
        await using var scope = _services.CreateAsyncScope();
        var completer = scope.ServiceProvider.GetRequiredService<Kosmopolit.Features.Search.Answering.Completer>();
        return await completer.Complete(typed, language, me ?? Me.Visitor, TestContext.Current.CancellationToken);
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

    private ServiceProvider Furnish(OwnDatabase database, IndexFolder? folder = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Configuration)
            .AddInMemoryCollection(Settings)
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(new FixedClock());
        services.AddData(configuration);
        services.AddGeography();
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        // Reference facts never change: read once for all houses.
        services.AddSingleton(Facts);
        services.AddSingleton(Names);
        services.AddSearch();
        if (folder is not null)
            services.AddSingleton(folder);
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(QueryCount.Interceptor));
        services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(QueryCount.Interceptor));
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
        member.Declare(new MarketKnowledge(member.Id, new(country, basis, 1998, 2009, "", contact), audience).About(topics, note, "sv"));
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
        member.LiveIn(new(municipality, audience));
        member.Give(new(offer, audience), language);
        return member;
    }

    public static IReadOnlyList<Guid> People(this SearchAnswer answer) =>
        [.. answer.Hits.Where(h => h.Kind == Kinds.Person).Select(h => h.Id).OfType<Guid>()];
}
