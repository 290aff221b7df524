using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Makes a whole index from the rows, beside the one in use.</summary>
public sealed class Rebuild(IServiceScopeFactory scopes, IEnumerable<SearchSource> sources, Sense sense)
{
    /// <summary>Rows read at a time: bounds the memory, whatever the size of the installation.</summary>
    private const int Batch = 200;

    /// <returns>The finished index, committed.</returns>
    public async Task<OpenIndex> Run(string folder, CancellationToken ct, Disk? disk = null)
    {
        var index = OpenIndex.Create(folder, disk);
        try
        {
            // The place is read first: what changes while rows are read is read once more from the log.
            var place = await InScope(db => IndexPlace.EndOf(db, ct));
            foreach (var source in sources)
                await Write(source, index, ct);
            index.Pack();
            index.Show(place);
            index.Commit();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private async Task Write(SearchSource source, OpenIndex index, CancellationToken ct)
    {
        index.Add(source.Fixed());
        var ids = await InScope(db => source.All(db, ct));
        foreach (var some in ids.Chunk(Batch))
            index.Add(await sense.With(await InScope(db => source.Read(db, some, ct)), ct));
    }

    private async Task<T> InScope<T>(Func<KosmopolitDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }
}
