using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>One language and how well somebody understands, speaks and writes it.</summary>
public sealed class LanguageInput : ProfileInput
{
    /// <summary>The language's name in any language, or a BCP 47 tag.</summary>
    [Required(ErrorMessage = "Write which language you know.")]
    [PlainText(100)]
    public string? Language { get; set; }

    public Cefr Understands { get; set; }

    public Cefr Speaks { get; set; }

    public Cefr Writes { get; set; }

    public Audience Audience { get; set; } = Audience.MyNetwork;

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]
    public Purpose[]? Agreed { get; set; }

    public static LanguageInput Of(LanguageSkill skill, string name) =>
        new()
        {
            Language = name,
            Understands = skill.Understands,
            Speaks = skill.Speaks,
            Writes = skill.Writes,
            Audience = skill.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Language"], Language ?? ""),
            (t["I understand"], PersonWording.Level(Understands)),
            (t["I speak"], PersonWording.Level(Speaks)),
            (t["I write"], PersonWording.Level(Writes)),
            (t["Who sees this?"], AudienceWording.Name(Audience, t)),
        ];
}

/// <summary>Adds a language or changes how well it is known.</summary>
public sealed class ChangeLanguages(MyProfile profile, TypedNames names, Atlas atlas, TimeProvider clock, Texts texts)
{
    public Task<Refusal?> Run(LanguageInput input, Guid? skill, CancellationToken ct = default) =>
        profile.Change(input, member => Stored(member, skill), member => Apply(member, skill, input), ct);

    private Refusal? Apply(Member member, Guid? skill, LanguageInput input)
    {
        var (tag, unknown) = names.Language(input.Language!, nameof(input.Language));
        if (tag is null)
            return unknown;
        if (input.Understands == Cefr.None && input.Speaks == Cefr.None && input.Writes == Cefr.None)
            return new Refusal("Choose how well you know it.", nameof(input.Understands));
        if (member.Languages.Any(l => l.Language == tag && l.Id != skill))
            return new Refusal("You have told about this language already. Change it in the list.", nameof(input.Language));
        var row = member.Languages.SingleOrDefault(l => l.Id == skill);
        // Another language in an old row is a new row: the tag never changes.
        if (row is not null && row.Language != tag)
        {
            member.Withdraw(row);
            row = null;
        }
        if (row is null)
            member.Speak(new LanguageSkill(member.Id, tag, input.Understands, input.Speaks, input.Writes, input.Audience));
        else
        {
            row.Rate(input.Understands, input.Speaks, input.Writes);
            row.ShowTo(input.Audience);
        }
        return member.AgreeTo(input.Agreed ?? [], texts.Language.Tag, clock.GetUtcNow());
    }

    private LanguageInput? Stored(Member member, Guid? skill)
    {
        if (skill is null)
            return new LanguageInput();
        var row = member.Languages.SingleOrDefault(l => l.Id == skill);
        return row is null ? null : LanguageInput.Of(row, atlas.LanguageName(row.Language, texts.Language.Tag));
    }
}
