using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.EntityFrameworkCore;
using Directory = System.IO.Directory;

namespace Kosmopolit.Commands.Checkup;

/// <summary>Whether the search index on this machine can be used, and how far behind the event log it is.</summary>
internal static class IndexCheck
{
    private const string Subject = "search index";

    // The server stores the index at the latest ten seconds after a change.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public static async Task<Finding> Run(Workbench bench, CancellationToken ct)
    {
        var folder = bench.Get<IndexFolder>();
        try
        {
            if (folder.Newest() is not { } newest)
                return Finding.Warn(Subject, "there is none yet; the server makes it when it starts, or run reindex");
            if (folder.RebuildWanted)
                return Finding.Warn(Subject, "a new one is wanted; the running server makes it, or run reindex");
            return await Judge(bench, newest, Read(newest), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Warn(Subject, $"it cannot be read ({e.Message}); the server makes it anew, or run reindex");
        }
    }

    private static (IndexPlace? Place, int Documents) Read(string folder)
    {
        using var directory = new NIOFSDirectory(folder);
        using var reader = DirectoryReader.Open(directory);
        return (IndexPlace.From(reader.IndexCommit.UserData), reader.NumDocs);
    }

    private static async Task<Finding> Judge(Workbench bench, string folder, (IndexPlace? Place, int Documents) index, CancellationToken ct)
    {
        if (index.Place is not { } place || !await bench.Ask(db => place.Continues(db, ct)))
            return Finding.Warn(
                Subject,
                "it belongs to another version or database; the server makes it anew when it starts, or run reindex"
            );
        var stored = Directory.EnumerateFiles(folder, "segments*").Max(File.GetLastWriteTimeUtc);
        var behind = await bench.Ask(db => Behind(db, place.Place, ct));
        var text = $"{index.Documents} entries, stored {stored:yyyy-MM-dd HH:mm} UTC, {behind} events behind";
        return behind > 0 && bench.Now - stored > Slack
            ? Finding.Warn(Subject, $"{text}; it catches up while the server runs")
            : Finding.Ok(Subject, text);
    }

    private static Task<int> Behind(KosmopolitDb db, LogPlace place, CancellationToken ct) =>
        db.Set<LoggedEvent>()
            .CountAsync(e => e.Transaction > place.Transaction || (e.Transaction == place.Transaction && e.Position > place.Position), ct);
}
