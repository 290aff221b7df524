using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Kosmopolit.Commands.Archives;

/// <summary>Puts a folder of finished files into one compressed archive, the manifest first.</summary>
internal static class Packing
{
    /// <summary>Every file below the folder, with its checksum.</summary>
    public static async Task<IReadOnlyList<ArchivedFile>> Count(string folder, CancellationToken ct)
    {
        var files = new List<ArchivedFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(path);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            files.Add(new ArchivedFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), content.Length, hash));
        }
        return files;
    }

    /// <exception cref="IOException">The archive exists already or cannot be written.</exception>
    public static async Task Write(string archive, string folder, Manifest manifest, CancellationToken ct)
    {
        await using var file = PrivateFile.Create(archive);
        await using var packed = new GZipStream(file, CompressionLevel.Optimal);
        await using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        using var json = new MemoryStream(manifest.ToJson());
        await Add(tar, Manifest.EntryName, json, manifest.MadeAt, ct);
        foreach (var archived in manifest.Files)
        {
            await using var content = File.OpenRead(Path.Combine(folder, archived.Path));
            await Add(tar, archived.Path, content, manifest.MadeAt, ct);
        }
    }

    private static Task Add(TarWriter tar, string name, Stream content, DateTimeOffset at, CancellationToken ct) =>
        tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                ModificationTime = at,
            },
            ct
        );
}
