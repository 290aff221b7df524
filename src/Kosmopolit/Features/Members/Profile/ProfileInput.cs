using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>
/// A part of a profile as its owner edits it. It carries a print of what stood there when the page was opened, so that
/// two windows never overwrite each other unseen.
/// </summary>
public abstract class ProfileInput
{
    private static readonly JsonSerializerOptions AsStored = new() { Converters = { new CleanText() } };

    /// <summary>The <see cref="Print"/> of what was stored when the form was shown.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    /// <summary>What was saved in another window meanwhile; set when the save was held back.</summary>
    [JsonIgnore]
    internal ProfileInput? Meanwhile { get; set; }

    /// <summary>Twelve characters that change with any value; texts count as they are stored, however a browser sends their lines.</summary>
    public string Print() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, GetType(), AsStored)))[..12];

    /// <summary>
    /// Whether something else was stored since the form was shown. It then remembers both, so that the next save is
    /// one's own decision.
    /// </summary>
    internal bool IsOvertakenBy(ProfileInput stored)
    {
        var print = stored.Print();
        if (Seen == print || Print() == print)
            return false;
        (Seen, Meanwhile) = (print, stored);
        return true;
    }

    /// <summary>The values in words, with their labels, for showing two versions side by side.</summary>
    internal abstract IEnumerable<(string Label, string Value)> Said(Texts t);

    /// <summary>What this says otherwise than what was saved meanwhile.</summary>
    internal IEnumerable<(string Label, string Saved, string Mine)> Differing(Texts t) =>
        (Meanwhile?.Said(t) ?? [])
            .Zip(Said(t), (saved, mine) => (saved.Label, saved.Value, mine.Value))
            .Where(row => PlainText.CleanLines(row.Item2) != PlainText.CleanLines(row.Item3));

    /// <summary>Nothing written is the same as an empty text.</summary>
    private sealed class CleanText : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A print is never read back.");

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
            writer.WriteStringValue(PlainText.CleanLines(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);
    }
}
