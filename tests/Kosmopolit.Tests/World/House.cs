using System.Net;
using Kosmopolit.Commands;
using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kosmopolit.Tests.World;

/// <summary>How a house is to be furnished.</summary>
public sealed record Plan
{
    public Content Content { get; init; } = Content.SetUp;

    /// <summary><c>Production</c> or <c>Development</c>.</summary>
    public string Environment { get; init; } = Environments.Production;

    /// <summary>Settings on top of the house's own.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes to the product's services, before the rooms add theirs.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Reaches PostgreSQL through another port than its own, for instance a line that can be cut.</summary>
    public int? PostgresPort { get; init; }

    /// <summary>False leaves the database for the test to prepare.</summary>
    public bool Ready { get; init; } = true;

    /// <summary>
    /// True lets the clocks of the rooms strike by themselves: the mail of the week, terms and ballots, renewals. Else a test
    /// calls what it wants to become due, and no mail comes between.
    /// </summary>
    public bool ClocksStrike { get; init; }
}

/// <summary>
/// The whole product on a loopback port of its own, over a real database of its own, with a clock that the test moves.
/// </summary>
public sealed class House : IAsyncDisposable
{
    private static int _readers;

    // Settings and assets lie beside the assembly, wherever the tests are started from.
    static House() => Directory.SetCurrentDirectory(AppContext.BaseDirectory);

    private House(WebApplication app, OwnDatabase database, MovableClock clock) => (App, Database, Clock) = (app, database, clock);

    public WebApplication App { get; }

    public OwnDatabase Database { get; }

    public MovableClock Clock { get; }

    /// <summary>What the product logged as errors so far.</summary>
    public Complaints Complaints { get; private init; } = new();

    public Uri Address => new(App.Urls.First());

    public static async Task<House> Open(Plan? plan = null)
    {
        plan ??= new Plan();
        var database = await Templates.Copy(plan.Content);
        var clock = new MovableClock();
        var complaints = new Complaints();
        var app = Site.Build(
            [$"--environment={plan.Environment}", "--applicationName=Kosmopolit"],
            builder => Furnish(builder, plan, database, clock, complaints)
        );
        var house = new House(app, database, clock) { Complaints = complaints };
        app.Services.GetRequiredService<DataFolder>().Prepare();
        await app.StartAsync();
        if (plan.Ready)
            await Serve.Prepare(app, CancellationToken.None);
        return house;
    }

    /// <summary>A browser without script, from an address of its own so that the limits on knocking count it alone.</summary>
    public Reader Reader()
    {
        var number = Interlocked.Increment(ref _readers);
        return new Reader(this, new IPAddress([127, 1, (byte)(number / 250), (byte)(number % 250 + 1)]));
    }

    /// <summary>Works on the database as the product does.</summary>
    public async Task<T> Ask<T>(Func<KosmopolitDb, Task<T>> question)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }

    public Task Do(Func<KosmopolitDb, Task> work) =>
        Ask(async db =>
        {
            await work(db);
            return true;
        });

    /// <summary>Stores rows, and the events they raised.</summary>
    public Task Store(params object[] rows) =>
        Do(db =>
        {
            db.AddRange(rows);
            return db.SaveChangesAsync();
        });

    public Task<List<T>> All<T>()
        where T : class => Ask(db => db.Set<T>().AsNoTracking().ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static void Furnish(WebApplicationBuilder builder, Plan plan, OwnDatabase database, MovableClock clock, Complaints complaints)
    {
        builder.Configuration.AddInMemoryCollection(database.Configuration);
        if (plan.PostgresPort is { } port && database.Postgres is { } postgres)
            builder.Configuration["ConnectionStrings:Postgres"] = PostgresServer.Through(postgres, port);
        builder.Configuration.AddInMemoryCollection(plan.Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(complaints);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5));
        plan.Services?.Invoke(builder.Services);
        if (!plan.ClocksStrike)
            builder
                .Services.Halt<MondayWorker>()
                .Halt<GovernmentClock>()
                .Halt<QuestionClock>()
                .Halt<PictureClock>()
                .Halt<RouteClock>()
                .Halt<ReplyWorker>()
                .Halt<ActivityClock>()
                .Halt<MembershipWorker>();
    }
}
