using System.Text.Json.Serialization;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>Languages somebody wants to read, and trades they know.</summary>
public sealed class ReadingInput : ProfileInput
{
    /// <summary>BCP 47 tags.</summary>
    public string[]? Reads { get; set; }

    public Audience ReadsAudience { get; set; } = Audience.MyNetwork;

    /// <summary>SNI codes that stay chosen.</summary>
    public string[]? Sectors { get; set; }

    /// <summary>A trade in words, to be looked up.</summary>
    [JsonIgnore]
    [PlainText(100)]
    public string? Trade { get; set; }

    /// <summary>What was looked up last: the same words once more are no new question, and the form is saved.</summary>
    [JsonIgnore]
    [PlainText(100)]
    public string? Sought { get; set; }

    public Audience SectorsAudience { get; set; } = Audience.MyNetwork;

    public static ReadingInput Of(Member member) =>
        new()
        {
            Reads = member.Reads.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ReadsAudience = member.Reads.Audience,
            Sectors = member.Sectors.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            SectorsAudience = member.Sectors.Audience,
            Trade = "",
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Languages you want to read"], string.Join(t[", "], Reads ?? [])),
            (t["Who sees what you read?"], AudienceWording.Name(ReadsAudience, t)),
            (t["Trades you know"], string.Join(t[", "], Sectors ?? [])),
            (t["Who sees your trades?"], AudienceWording.Name(SectorsAudience, t)),
        ];
}

public sealed class ChangeReading(MyProfile profile, Atlas atlas)
{
    /// <summary>Most trades one person can name.</summary>
    public const int MostTrades = 10;

    public Task<Refusal?> Run(ReadingInput input, CancellationToken ct = default) =>
        profile.Change(input, ReadingInput.Of, member => Apply(member, input), ct);

    private Refusal? Apply(Member member, ReadingInput input)
    {
        if ((input.Reads ?? []).Any(tag => atlas.Language(tag)?.Tag != tag))
            return new Refusal("Choose from the list.", nameof(input.Reads));
        if ((input.Sectors ?? []).Any(code => atlas.Sector(code) is null))
            return new Refusal("Choose from the list.", nameof(input.Sectors));
        var sectors = (input.Sectors ?? []).Distinct().Take(MostTrades).ToList();
        var reads = (input.Reads ?? []).Distinct().Take(20);
        member.Read(new(string.Join(' ', reads), input.ReadsAudience));
        member.WorkIn(new(string.Join(' ', sectors), input.SectorsAudience));
        return null;
    }
}
