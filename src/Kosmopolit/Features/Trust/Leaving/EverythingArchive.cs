using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.People.Cards;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>Everything about the reader in one ZIP: for programs, for spreadsheets, for an address book, and a page that explains it.</summary>
public sealed class EverythingArchive(Everything everything, KosmopolitDb db, Me me, TimeProvider clock, IServiceProvider services)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Texts _t = services.GetRequiredService<Texts>();

    /// <returns>The archive; null for visitors.</returns>
    public async Task<byte[]?> Pack(CancellationToken ct = default)
    {
        if (await everything.AboutMe(ct) is not { } sheets)
            return null;
        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "README.txt", Explain(sheets));
            Add(zip, "everything.json", Json(sheets));
            foreach (var sheet in sheets)
                Add(zip, $"tables/{sheet.Name}.csv", Csv(sheet));
            foreach (var (name, picture) in await Pictures(ct))
                Add(zip, $"pictures/{name}", picture);
            if (await Card(ct) is { } card)
                Add(zip, "card.vcf", card);
        }
        return packed.ToArray();
    }

    private string Explain(IReadOnlyList<Sheet> sheets)
    {
        var text = new StringBuilder();
        text.AppendLine(_t["Everything about you in Kosmopolit"]);
        text.AppendLine(_t["Taken on {0}.", clock.GetUtcNow().ToString("d MMMM yyyy", _t.Language.Culture)]);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"everything.json: {_t["everything, for programs"]}");
        text.AppendLine(CultureInfo.InvariantCulture, $"card.vcf: {_t["you, for an address book"]}");
        text.AppendLine(_t["In the folder “tables” lies one table for each kind, for a spreadsheet:"]);
        foreach (var sheet in sheets)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {sheet.Name}.csv: {sheet.Holding.Said!(_t)} ({sheet.Rows.Count.ToString(_t.Language.Culture)})"
            );
        text.AppendLine();
        text.AppendLine(
            _t[
                "Not in here: passwords and other secrets, which are kept only in a form that cannot be read back; and what others told about themselves."
            ]
        );
        return text.ToString();
    }

    private string Json(IReadOnlyList<Sheet> sheets) =>
        JsonSerializer.Serialize(
            new
            {
                taken = clock.GetUtcNow(),
                tables = sheets.ToDictionary(
                    s => s.Name,
                    s => s.Rows.Select(row => s.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second))
                ),
            },
            Readable
        );

    /// <summary>After RFC 4180.</summary>
    private static string Csv(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var line in sheet.Rows.Prepend([.. sheet.Columns]))
            text.AppendJoin(',', line.Select(v => Cell(Convert.ToString(v, CultureInfo.InvariantCulture) ?? ""))).Append("\r\n");
        return text.ToString();
    }

    // Spreadsheets take what begins with "=" and its like for a formula; a name is none.
    private static string Cell(string value)
    {
        var harmless = value is ['=' or '+' or '-' or '@' or '\t', ..] ? $"'{value}" : value;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private async Task<IReadOnlyList<(string Name, byte[] Bytes)>> Pictures(CancellationToken ct)
    {
        var mine = await db.Set<Picture>()
            .VisibleTo(db, me)
            .Where(p => me.MemberId != null && p.ById == me.MemberId)
            .Join(db.Set<PictureFile>(), p => p.Id, f => f.PictureId, (p, f) => new { Picture = p, f.Large })
            .AsNoTracking()
            .ToListAsync(ct);
        var photos = await db.Set<Photo>()
            .VisibleTo(db, me)
            .Where(p => me.MemberId != null && p.ById == me.MemberId)
            .Join(db.Set<PhotoFile>(), p => p.Id, f => f.PhotoId, (p, f) => new { Photo = p, f.Large })
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. mine.Select(m => (m.Picture.Name, m.Large)), .. photos.Select(m => (m.Photo.Name, m.Large))];
    }

    private async Task<string?> Card(CancellationToken ct)
    {
        if (me.MemberId is not { } self || await PersonPage.Of(m => m.Id == self, db, me, ct) is not { } page)
            return null;
        var site = services.GetRequiredService<SiteAddress>();
        return PersonCard.Write(page, services.GetRequiredService<Atlas>(), _t, site[$"/people/{page.Person.Slug}"]);
    }

    // The mark in front tells spreadsheets that it is UTF-8.
    private static void Add(ZipArchive zip, string name, string text)
    {
        using var file = zip.CreateEntry(name).Open();
        var encoding = new UTF8Encoding(name.EndsWith(".csv", StringComparison.Ordinal));
        file.Write(encoding.GetPreamble());
        file.Write(encoding.GetBytes(text));
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var file = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        file.Write(bytes);
    }
}
