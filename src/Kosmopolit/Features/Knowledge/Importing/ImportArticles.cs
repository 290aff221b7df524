using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="Known">Lines whose text is there already: from this file or an earlier one.</param>
/// <param name="Problems">What is wrong, line by line; such lines are left out.</param>
public sealed record ImportProgress(int Lines, int Added, int Known, IReadOnlyList<string> Problems);

/// <summary>
/// Brings texts from a file of JSON lines. Each hundred is stored as one: cut short, the same command goes on where it was.
/// </summary>
public sealed class ImportArticles(KosmopolitDb db, Atlas atlas, TimeProvider clock)
{
    private const int Batch = 100;

    /// <param name="lines">Of UTF-8 JSON, one text each.</param>
    /// <param name="dry">Only looks.</param>
    public async Task<ImportProgress> Run(
        string file,
        IAsyncEnumerable<string> lines,
        bool dry,
        Action<ImportProgress>? progress = null,
        CancellationToken ct = default
    )
    {
        var known = (await db.Set<Article>().Select(a => a.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var import = await Open(file, dry, ct);
        var (count, added, old, problems) = (0, 0, 0, new List<string>());
        var waiting = new List<Article>();
        await foreach (var line in lines.WithCancellation(ct))
        {
            count++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (article, problem) = ImportedText.Read(line, atlas, clock.GetUtcNow());
            if (problem is not null)
                problems.Add($"line {count}: {problem}");
            else if (!known.Add(article!.Slug))
                old++;
            else
            {
                article.CameWith(import.Id);
                waiting.Add(article);
                added++;
            }
            if (waiting.Count == Batch)
                await Store(waiting, dry, ct);
            if (count % Batch == 0)
                progress?.Invoke(new ImportProgress(count, added, old, problems));
        }
        await Store(waiting, dry, ct);
        if (!dry)
        {
            var row = await db.Set<ArticleImport>().SingleAsync(i => i.Id == import.Id, ct);
            row.Finish(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
        return new ImportProgress(count, added, old, problems);
    }

    /// <summary>Takes back what the latest import of a file brought, but for texts that people have changed or spoken about.</summary>
    /// <returns>How many went and how many stayed; null when no such import is left.</returns>
    public async Task<(int Gone, int Kept)?> Undo(string file, CancellationToken ct = default)
    {
        var imports = await db.Set<ArticleImport>().Where(i => i.File == file && i.UndoneAt == null).ToListAsync(ct);
        if (imports.MaxBy(i => i.StartedAt) is not { } import)
            return null;
        var all = db.Set<Article>().Where(a => a.ImportId == import.Id);
        var total = await all.CountAsync(ct);
        var untouched = await all.Where(a =>
                a.Number == 1
                && a.State == ArticleState.Published
                && !db.Set<Claim>().Any(c => c.ArticleId == a.Id)
                && !db.Set<Article>().Any(o => o.OriginalId == a.Id || o.SuccessorId == a.Id)
            )
            .Include(a => a.Versions)
            .ToListAsync(ct);
        foreach (var article in untouched)
            db.Record(new ArticleGone(article.Id));
        db.RemoveRange(untouched);
        import.Undo(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return (untouched.Count, total - untouched.Count);
    }

    private async Task<ArticleImport> Open(string file, bool dry, CancellationToken ct)
    {
        var open = await db.Set<ArticleImport>().FirstOrDefaultAsync(i => i.File == file && i.FinishedAt == null && i.UndoneAt == null, ct);
        if (open is not null || dry)
            return open ?? new ArticleImport(file, clock.GetUtcNow());
        var import = new ArticleImport(file, clock.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    }

    private async Task Store(List<Article> waiting, bool dry, CancellationToken ct)
    {
        if (!dry && waiting.Count > 0)
        {
            db.AddRange(waiting);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        waiting.Clear();
    }
}
