namespace Kosmopolit.Platform.Install;

/// <summary>
/// The server listens at once and prepares its database beside that; the first pages wait for it here instead of
/// failing.
/// </summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public Task Wait(CancellationToken ct) => _ready.Task.WaitAsync(ct);

    public void Report() => _ready.TrySetResult();

    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        var readiness = context.RequestServices.GetRequiredService<Readiness>();
        if (readiness.IsReady || context.Request.Path.StartsWithSegments("/health"))
            return next(context);
        return Wait(readiness, context, next);
    }

    private static async Task Wait(Readiness readiness, HttpContext context, RequestDelegate next)
    {
        await readiness._ready.Task.WaitAsync(TimeSpan.FromSeconds(60), context.RequestAborted);
        await next(context);
    }
}
