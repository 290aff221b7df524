using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Commands.Archives;

/// <summary>The first entry of a backup: what it is, of which installation, and the checksum of every file in it.</summary>
/// <param name="Format">Of the archive; see <see cref="CurrentFormat"/>.</param>
/// <param name="Version">Of the product that made it.</param>
/// <param name="Database"><c>sqlite</c>, or <c>postgres</c> when the database is not in it.</param>
/// <param name="Migrations">Names of the migrations that the database has seen.</param>
/// <param name="Installation">Null when it was not set up yet.</param>
public sealed record Manifest(
    int Format,
    string Version,
    DateTimeOffset MadeAt,
    string Database,
    IReadOnlyList<string> Migrations,
    InstallationFacts? Installation,
    IReadOnlyList<ArchivedFile> Files
)
{
    public const int CurrentFormat = 1;

    public const string EntryName = "manifest.json";

    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    /// <summary>The running product's version, three numbers.</summary>
    public static string OwnVersion => typeof(Manifest).Assembly.GetName().Version!.ToString(3);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest);

    /// <exception cref="JsonException">This is not a manifest.</exception>
    public static Manifest FromJson(Stream json) =>
        JsonSerializer.Deserialize(json, ManifestJson.Default.Manifest) ?? throw new JsonException("It is empty.");

    /// <param name="known">The migrations that this version knows.</param>
    public bool IsNewerThanThis(IEnumerable<string> known) =>
        Format > CurrentFormat
        || !System.Version.TryParse(Version, out var theirs)
        || theirs > System.Version.Parse(OwnVersion)
        || Migrations.Except(known).Any();
}

public sealed record InstallationFacts(string Name, bool IsDemo, DateTimeOffset SetUpAt);

/// <param name="Path">Inside the data folder, with forward slashes.</param>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record ArchivedFile(string Path, long Bytes, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
