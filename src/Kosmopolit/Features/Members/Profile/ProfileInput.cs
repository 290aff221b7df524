using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>
/// A part of a profile as its owner edits it. It carries a print of what stood there when the page was opened, so that
/// two windows never overwrite each other unseen.
/// </summary>
public abstract class ProfileInput
{
    /// <summary>The <see cref="Print"/> of what was stored when the form was shown.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    /// <summary>What was saved in another window meanwhile; set when the save was held back.</summary>
    [JsonIgnore]
    internal ProfileInput? Meanwhile { get; set; }

    /// <summary>Twelve characters that change with any value.</summary>
    public string Print() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, GetType())))[..12];

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
}
