using System.Globalization;
using System.Security.Cryptography;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>An import as it stands: the sheet, what its columns mean, and every row with what is the matter with it.</summary>
public sealed record ReadImport(Sheet Sheet, IReadOnlyList<SheetColumn> Columns, bool HasHeadings, IReadOnlyList<CheckedRow> Rows)
{
    public IReadOnlyList<CheckedRow> Good { get; } = [.. Rows.Where(r => r.IsGood)];
}

/// <summary>Reads the sealed file of an import anew each time: nothing of it is stored in pieces before it is confirmed.</summary>
public sealed class ImportReading(KosmopolitDb db, Me me, Atlas atlas, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("import");

    public byte[] Seal(byte[] content) => _seal.Protect(content);

    public async Task<Outcome<ReadImport>> Read(Import import, Network network, CancellationToken ct = default)
    {
        if (Open(import) is not { } bytes)
            return new Refusal("The file is no longer here. Bring it once more.");
        var (sheet, refusal) = SheetReader.Read(bytes, import.Letters.Length == 0 ? null : import.Letters);
        if (sheet is null)
            return refusal!;
        var columns = Columns(import, sheet);
        var hasHeadings = import.HasHeadings ?? SheetColumns.HasHeadings(sheet);
        var waiting = await db.Set<ImportedPerson>().Where(p => p.NetworkId == network.Id).Select(p => p.Email).ToListAsync(ct);
        // Of no other network, and nobody who hides or stands there without a name: a sheet of addresses must not find out who is where.
        var members = await db
            .Members.VisibleTo(me)
            .Where(s => s.Member.Name.Audience >= s.Distance)
            .Where(s => s.Member.Memberships.Any(m => m.NetworkId == network.Id && m.EndedAt == null))
            .Join(db.Users, s => s.Member.AccountId, a => a.Id, (s, a) => a.Email!)
            .ToListAsync(ct);
        var check = new RowCheck(
            atlas,
            network,
            waiting.Select(Account.Normalise).ToHashSet(),
            members.Select(Account.Normalise).ToHashSet()
        );
        return new ReadImport(sheet, columns, hasHeadings, check.All(sheet, columns, hasHeadings));
    }

    private byte[]? Open(Import import)
    {
        try
        {
            return import.Content is { } content ? _seal.Unprotect(content) : null;
        }
        catch (CryptographicException)
        {
            return null; // Keys of another installation, after a restore without them.
        }
    }

    private static IReadOnlyList<SheetColumn> Columns(Import import, Sheet sheet)
    {
        var said = import
            .Columns.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (SheetColumn)n : SheetColumn.None)
            .Select(c => Enum.IsDefined(c) ? c : SheetColumn.None)
            .ToList();
        return said.Count == sheet.Columns ? said : SheetColumns.Guess(sheet);
    }
}
