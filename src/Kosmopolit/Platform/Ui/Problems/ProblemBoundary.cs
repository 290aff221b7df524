using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>The one place where an exception becomes an answer: said plainly, in the reader's language, and reported.</summary>
public static partial class ProblemBoundary
{
    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has left; nobody is there to be told.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var status = StatusOf(e);
            if (status >= 500)
                Report(context, e, status);
            context.Response.Clear();
            if (status == StatusCodes.Status503ServiceUnavailable)
                context.Response.Headers.RetryAfter = "30";
            await Show(context, status, e);
        }
    }

    /// <summary>Gives empty 4xx and 5xx answers their page.</summary>
    public static Task ShowStatus(StatusCodeContext context) => Show(context.HttpContext, context.HttpContext.Response.StatusCode);

    /// <param name="fault">What was thrown, if anything was.</param>
    public static async Task Show(HttpContext context, int status, Exception? fault = null)
    {
        context.Response.StatusCode = status;
        // A page that found out late that it does not exist has set this already, and may set it once only.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        if (context.IsApi())
        {
            await ApiProblems.Write(context, status, fault);
            return;
        }
        // After a fault the page must not need the database: it may be the very thing that failed.
        if (status >= 500)
            context.Features.Set(Me.Visitor);
        var choice = context.Features.Get<LanguageChoice>() ?? LanguageChoice.Of(context.Request);
        context.Features.Set(choice);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = choice.Language.Culture;
        await using var scope = context.RequestServices.CreateAsyncScope();
        var outer = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            var page = new RazorComponentResult<ProblemPage>(new { Status = status, Advice = context.Features.Get<Advice>()?.Text })
            {
                StatusCode = status,
            };
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    private static int StatusOf(Exception e) =>
        e switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ when IsDatabaseAway(e) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    // SQLite: busy 5, no memory 7, read-only 8, input/output 10, full 13, cannot open 14.
    private static bool IsDatabaseAway(Exception e) =>
        e switch
        {
            SqliteException s => s.SqliteErrorCode is 5 or 7 or 8 or 10 or 13 or 14,
            PostgresException p => p.IsTransient || p.SqlState is "57P01" or "57P02" or "57P03" or "53100" or "53300",
            NpgsqlException or SocketException => true,
            _ => e.InnerException is { } inner && IsDatabaseAway(inner),
        };

    private static void Report(HttpContext context, Exception e, int status) =>
        Failed(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemBoundary)),
            e,
            status,
            context.TraceIdentifier
        );

    [LoggerMessage(Level = LogLevel.Error, Message = "Answered {Status} to request {Request}")]
    private static partial void Failed(ILogger log, Exception e, int status, string request);
}
