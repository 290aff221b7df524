using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>What somebody is called and where they live.</summary>
public sealed class NameInput : ProfileInput
{
    [Required(ErrorMessage = "Write what you are called. One name is enough.")]
    [PlainText(200)]
    public string? Name { get; set; }

    public Audience NameAudience { get; set; } = Audience.MyNetwork;

    /// <summary>SCB code, four digits, or empty.</summary>
    [StringLength(4, ErrorMessage = "Choose a municipality from the list.")]
    public string? Municipality { get; set; }

    public Audience MunicipalityAudience { get; set; } = Audience.MyNetwork;

    public static NameInput Of(Member member) =>
        new()
        {
            Name = member.Name.Value,
            NameAudience = member.Name.Audience,
            Municipality = member.Municipality.Value,
            MunicipalityAudience = member.Municipality.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["Your name"], Name ?? ""),
            (t["Who sees your name?"], AudienceWording.Name(NameAudience, t)),
            (t["Municipality"], Municipality ?? ""),
            (t["Who sees where you live?"], AudienceWording.Name(MunicipalityAudience, t)),
        ];
}

public sealed class ChangeName(MyProfile profile, Atlas atlas)
{
    public Task<Refusal?> Run(NameInput input, CancellationToken ct = default) =>
        profile.Change(input, NameInput.Of, member => Apply(member, input), ct);

    private Refusal? Apply(Member member, NameInput input)
    {
        var name = PlainText.Clean(input.Name);
        if (name.Length == 0)
            return new Refusal("Write what you are called. One name is enough.", nameof(input.Name));
        if (!string.IsNullOrEmpty(input.Municipality) && atlas.Municipality(input.Municipality) is null)
            return new Refusal("Choose a municipality from the list.", nameof(input.Municipality));
        member.BeCalled(new(name, input.NameAudience));
        member.LiveIn(new(input.Municipality ?? "", input.MunicipalityAudience));
        return null;
    }
}
