using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Kosmopolit.Platform.Doorstep;

/// <summary>Who stands at the door: answered from the kept pages, or let in once there is a house.</summary>
internal sealed class Callers(IReadOnlyList<KeptPage> pages, string? language) : IHttpApplication<object>
{
    /// <summary>How long somebody is kept waiting for the house.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<House> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile House? _house;

    public void LetIn<TContext>(IHttpApplication<TContext> application)
        where TContext : notnull
    {
        _house = new House<TContext>(application);
        _built.TrySetResult(_house);
    }

    public object CreateContext(IFeatureCollection contextFeatures) =>
        _house is { } house ? house.Create(contextFeatures) : new Caller(contextFeatures);

    public Task ProcessRequestAsync(object context) => context is Caller caller ? Answer(caller) : _house!.Process(context);

    public void DisposeContext(object context, Exception? exception)
    {
        var inside = context is Caller caller ? caller.Inside : context;
        if (inside is not null)
            _house!.Dispose(inside, exception);
    }

    private async Task Answer(Caller caller)
    {
        var context = new DefaultHttpContext(caller.Features);
        if (context.Request.Path == "/health/live")
        {
            await context.Response.WriteAsync("Healthy");
            return;
        }
        if (PageFor(context.Request) is { } page)
        {
            foreach (var (name, value) in page.Headers)
                context.Response.Headers[name] = value;
            context.Response.ContentLength = page.Body.Length;
            await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
            return;
        }
        if (await Task.WhenAny(_built.Task, Task.Delay(Patience, context.RequestAborted)) != _built.Task)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            return;
        }
        var house = await _built.Task;
        caller.Inside = house.Create(caller.Features);
        await house.Process(caller.Inside);
    }

    private KeptPage? PageFor(HttpRequest request)
    {
        if (pages.Count == 0 || !HttpMethods.IsGet(request.Method) || request.HasSession())
            return null;
        var key = KeptPage.KeyOf(request, ReaderLanguage.Find(language) ?? ReaderLanguage.Swedish);
        return pages.FirstOrDefault(p => p.Key == key);
    }

    /// <summary>A request that came before the house stood.</summary>
    private sealed class Caller(IFeatureCollection features)
    {
        public IFeatureCollection Features => features;

        /// <summary>What the house made of it, once it was let in.</summary>
        public object? Inside { get; set; }
    }

    private abstract class House
    {
        public abstract object Create(IFeatureCollection features);

        public abstract Task Process(object context);

        public abstract void Dispose(object context, Exception? exception);
    }

    private sealed class House<TContext>(IHttpApplication<TContext> application) : House
        where TContext : notnull
    {
        public override object Create(IFeatureCollection features) => application.CreateContext(features);

        public override Task Process(object context) => application.ProcessRequestAsync((TContext)context);

        public override void Dispose(object context, Exception? exception) => application.DisposeContext((TContext)context, exception);
    }
}
