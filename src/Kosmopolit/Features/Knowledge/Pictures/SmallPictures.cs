using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>The small pictures of texts as part of a page, for copies that open without a net.</summary>
public sealed class SmallPictures(KosmopolitDb db, Me me)
{
    /// <summary>Bytes of pictures in one copy; what is over is left to its description.</summary>
    private const int Most = 2_000_000;

    /// <summary>Data addresses by the name under which texts show the pictures.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> texts, CancellationToken ct = default)
    {
        var named = texts.SelectMany(NamedPictures.In).DistinctBy(n => n.Id).ToList();
        if (named.Count == 0)
            return new Dictionary<string, string>();
        var ids = named.Select(n => n.Id).ToList();
        var rows = await db.Set<Picture>()
            .VisibleTo(db, me)
            .Where(p => ids.Contains(p.Id))
            .Join(db.Set<PictureFile>(), p => p.Id, f => f.PictureId, (p, f) => new { Picture = p, f.Small })
            .AsNoTracking()
            .ToDictionaryAsync(p => p.Picture.Id, ct);
        var (found, left) = (new Dictionary<string, string>(), Most);
        foreach (var id in ids)
            if (rows.TryGetValue(id, out var row) && (left -= row.Small.Length) >= 0)
                found[row.Picture.Name] = $"data:image/webp;base64,{Convert.ToBase64String(row.Small)}";
        return found;
    }
}
