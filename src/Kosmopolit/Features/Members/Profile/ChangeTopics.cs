using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>What about a country somebody knows, and how they can help.</summary>
public sealed class TopicsInput : ProfileInput
{
    public Topics[]? Topics { get; set; }

    [PlainText(500)]
    public string? Note { get; set; }

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]
    public Purpose[]? Agreed { get; set; }

    public static TopicsInput Of(MarketKnowledge market) =>
        new() { Topics = [.. PersonWording.AllTopics.Where(x => market.Topics.HasFlag(x))], Note = market.Note };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["What do you know about?"], string.Join(t[", "], (Topics ?? []).Select(x => PersonWording.Name(x, t)))),
            (t["How can you help others?"], Note ?? ""),
        ];
}

public sealed class ChangeTopics(MyProfile profile, TimeProvider clock, Texts texts)
{
    public Task<Refusal?> Run(TopicsInput input, Guid market, CancellationToken ct = default) =>
        profile.Change(
            input,
            member => member.Markets.SingleOrDefault(k => k.Id == market) is { } row ? TopicsInput.Of(row) : null,
            member => Apply(member, member.Markets.Single(k => k.Id == market), input),
            ct
        );

    private Refusal? Apply(Member member, MarketKnowledge row, TopicsInput input)
    {
        var topics = (input.Topics ?? []).Where(PersonWording.AllTopics.Contains).Aggregate(Topics.None, (all, one) => all | one);
        var note = PlainText.Clean(input.Note);
        row.About(topics, note, note == row.Note ? row.NoteLanguage : Tongue.Of(note, texts.Language.Tag));
        return member.AgreeTo(input.Agreed ?? [], texts.Language.Tag, clock.GetUtcNow());
    }
}
