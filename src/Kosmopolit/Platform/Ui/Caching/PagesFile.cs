using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Microsoft.Data.Sqlite;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Kept pages in a file of the data folder. They are believed only by the build that wrote them, and only while the event
/// log ends where it ended then. A cache: it may be thrown away at any time.
/// </summary>
public sealed class PagesFile(DataFolder folder)
{
    private const int Form = 2;

    private static readonly string Build = typeof(PagesFile).Module.ModuleVersionId.ToString("N");

    private string Place => Path.Combine(folder.Path, "pages.cache");

    /// <summary>Replaces the file as a whole; a failure is no loss.</summary>
    public void Write(LogPlace place, IReadOnlyList<KeptPage> pages)
    {
        var aside = Place + ".new";
        try
        {
            using (var writer = new BinaryWriter(File.Create(aside)))
            {
                writer.Write(Form);
                writer.Write(Build);
                writer.Write(place.Transaction);
                writer.Write(place.Position);
                writer.Write(pages.Count);
                foreach (var page in pages)
                    Write(writer, page);
            }
            File.Move(aside, Place, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk: the page is drawn anew after the next start.
        }
    }

    /// <summary>The pages that may still be shown; none when anything is in doubt.</summary>
    public IReadOnlyList<KeptPage> Read(DateTimeOffset now)
    {
        try
        {
            if (!File.Exists(Place) || !File.Exists(folder.Database))
                return [];
            using var reader = new BinaryReader(File.OpenRead(Place));
            if (reader.ReadInt32() != Form || reader.ReadString() != Build)
                return [];
            var place = new LogPlace(reader.ReadInt64(), reader.ReadInt64());
            if (place != EndOfLog())
                return [];
            return [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadPage(reader)).ToList().Where(p => p.Until > now)];
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or SqliteException)
        {
            return []; // Cut off, or the database cannot be asked: whoever opens it next says what is wrong.
        }
    }

    private static void Write(BinaryWriter writer, KeptPage page)
    {
        writer.Write(page.Key);
        writer.Write(page.Until.UtcTicks);
        writer.Write(page.Headers.Count);
        foreach (var (name, value) in page.Headers)
        {
            writer.Write(name);
            writer.Write(value);
        }
        writer.Write(page.Body.Length);
        writer.Write(page.Body.Span);
    }

    private static KeptPage ReadPage(BinaryReader reader)
    {
        var (key, until) = (reader.ReadString(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
        var headers = new KeyValuePair<string, string>[reader.ReadInt32()];
        for (var i = 0; i < headers.Length; i++)
            headers[i] = new(reader.ReadString(), reader.ReadString());
        return new KeptPage(key, until, headers, reader.ReadBytes(reader.ReadInt32()));
    }

    // By hand: the rooms' own way to the database is what is still being built.
    private LogPlace EndOfLog()
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadWrite;Pooling=False;Default Timeout=1");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Transaction", "Position" FROM "Events" ORDER BY "Transaction" DESC, "Position" DESC LIMIT 1
            """;
        using var reader = command.ExecuteReader();
        return reader.Read() ? new LogPlace(reader.GetInt64(0), reader.GetInt64(1)) : LogPlace.Start;
    }
}
