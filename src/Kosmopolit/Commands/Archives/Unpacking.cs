using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kosmopolit.Commands.Archives;

/// <summary>Takes a backup apart, trusting nothing in it before the checksum fits.</summary>
internal sealed class Unpacking : IAsyncDisposable
{
    private readonly TarReader _tar;

    private Unpacking(TarReader tar, Manifest manifest) => (_tar, Manifest) = (tar, manifest);

    public Manifest Manifest { get; }

    /// <exception cref="CommandRefusedException">The file is missing, or is not a backup.</exception>
    public static async Task<Unpacking> Open(string archive, CancellationToken ct)
    {
        if (!File.Exists(archive))
            throw new CommandRefusedException($"There is no file {archive}.");
        var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        try
        {
            var first = await tar.GetNextEntryAsync(cancellationToken: ct);
            if (first is { Name: Manifest.EntryName, DataStream: { } json })
                return new Unpacking(tar, Manifest.FromJson(json));
        }
        catch (Exception e) when (IsDamage(e))
        {
            // Said below.
        }
        await tar.DisposeAsync();
        throw new CommandRefusedException($"{archive} is not a backup of Kosmopolit, or it is damaged at its beginning.");
    }

    /// <summary>Writes every file below the folder.</summary>
    /// <exception cref="CommandRefusedException">The archive is damaged, cut short or tampered with.</exception>
    public async Task Into(string folder, CancellationToken ct)
    {
        try
        {
            var open = Manifest.Files.ToDictionary(f => f.Path);
            while (await _tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
            {
                if (!open.Remove(entry.Name, out var archived) || !IsInside(folder, entry.Name))
                    throw Damaged($"it holds {entry.Name}, which its manifest does not name");
                await Extract(entry, archived, Path.Combine(folder, archived.Path), ct);
            }
            if (open.Count > 0)
                throw Damaged($"{open.Keys.First()} is missing");
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e.Message);
        }
    }

    public ValueTask DisposeAsync() => _tar.DisposeAsync();

    private static async Task Extract(TarEntry entry, ArchivedFile archived, string target, CancellationToken ct)
    {
        PrivateFile.MakeFolder(Path.GetDirectoryName(target)!);
        await using var file = PrivateFile.Create(target);
        if (entry.DataStream is { } content)
            await content.CopyToAsync(file, ct);
        file.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != archived.Sha256)
            throw Damaged($"the checksum of {archived.Path} does not fit");
    }

    private static bool IsInside(string folder, string name) =>
        !Path.IsPathRooted(name)
        && Path.GetFullPath(Path.Combine(folder, name)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsDamage(Exception e) => e is InvalidDataException or EndOfStreamException or JsonException or FormatException;

    private static CommandRefusedException Damaged(string how) =>
        new($"The backup is damaged: {how}. Nothing was restored; take another backup.");
}
