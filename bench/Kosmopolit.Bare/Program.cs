// The yardstick: the least that an ASP.NET application can do. It answers every request with bytes that it got at the
// start, without routing, services or a look at anything but the path.
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
var known = app.Configuration["answers"] is { } file
    ? JsonSerializer.Deserialize<Dictionary<string, Answer>>(File.ReadAllBytes(file))!
    : new() { ["/"] = new([new("Content-Type", "text/plain; charset=utf-8")], "ok"u8.ToArray()) };
app.Run(context =>
{
    var answer = known[context.Request.Path.Value!];
    foreach (var header in answer.Headers)
        context.Response.Headers[header.Key] = header.Value;
    context.Response.ContentLength = answer.Body.Length;
    return context.Response.Body.WriteAsync(answer.Body).AsTask();
});
await app.RunAsync();

internal sealed record Answer(KeyValuePair<string, string>[] Headers, byte[] Body);
