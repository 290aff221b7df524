using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Audiences;

/// <summary>Who sees what, all on one page.</summary>
public sealed class AudiencesInput : ProfileInput
{
    /// <summary>Who may find this person at all.</summary>
    public Audience Presence { get; set; } = Audience.MyNetwork;

    /// <summary>Audiences by the key of <see cref="ShownField"/>.</summary>
    public Dictionary<string, Audience>? Fields { get; set; }

    /// <summary>A choice for a whole group; its own fields that were changed too keep their own.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]
    public Dictionary<FieldGroup, string>? Groups { get; set; }

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]
    public Purpose[]? Agreed { get; set; }

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Who may find you?"], AudienceWording.Name(Presence, t)),
            .. (Fields ?? []).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, AudienceWording.Name(f.Value, t))),
        ];
}

public sealed class ChooseAudiences(MyProfile profile, Atlas atlas, TimeProvider clock, Texts texts)
{
    /// <summary>The fields of a member, with the names of their networks.</summary>
    public async Task<IReadOnlyList<ShownField>> Fields(Member member, CancellationToken ct = default)
    {
        var names = await profile.Networks(member, ct);
        return ShownField.Of(member, atlas, texts, id => names.GetValueOrDefault(id) ?? "");
    }

    public AudiencesInput Of(Member member) =>
        new()
        {
            Presence = member.Presence,
            Fields = new(
                ShownField
                    .Of(member, atlas, texts, _ => "")
                    .Select(f => KeyValuePair.Create(f.Key, f.Audience))
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
            ),
        };

    public Task<Refusal?> Run(AudiencesInput input, CancellationToken ct = default) =>
        profile.Change(input, Of, member => Apply(member, input), ct);

    private Refusal? Apply(Member member, AudiencesInput input)
    {
        if (!Enum.IsDefined(input.Presence))
            return new Refusal("Choose who may find you.", nameof(input.Presence));
        foreach (var field in ShownField.Of(member, atlas, texts, _ => ""))
            if (Wanted(field, input) is { } audience && audience != field.Audience)
                field.Show(audience);
        if (member.Presence != input.Presence)
            member.ShowTo(input.Presence);
        return member.AgreeTo(input.Agreed ?? [], texts.Language.Tag, clock.GetUtcNow());
    }

    // A single choice that was changed wins over the group's; the group's over what stood there.
    private static Audience? Wanted(ShownField field, AudiencesInput input)
    {
        var own =
            input.Fields is { } fields && fields.TryGetValue(field.Key, out var chosen) && Enum.IsDefined(chosen) ? chosen : field.Audience;
        if (own != field.Audience)
            return own;
        return
            input.Groups is { } groups
            && groups.TryGetValue(field.Group, out var all)
            && Enum.TryParse<Audience>(all, out var shared)
            && Enum.IsDefined(shared)
            ? shared
            : null;
    }
}
