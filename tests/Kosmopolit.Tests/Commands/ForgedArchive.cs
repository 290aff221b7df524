using System.Formats.Tar;
using System.IO.Compression;
using Kosmopolit.Commands.Archives;

namespace Kosmopolit.Tests.Commands;

/// <summary>An archive whose manifest and content need not agree, as somebody with an editor would make it.</summary>
internal static class ForgedArchive
{
    public static async Task Write(string archive, Manifest manifest, IEnumerable<(string Path, byte[] Content)> files)
    {
        await using var packed = new GZipStream(File.Create(archive), CompressionLevel.Fastest);
        await using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        foreach (var (path, content) in files.Prepend((Manifest.EntryName, manifest.ToJson())))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) });
    }
}
