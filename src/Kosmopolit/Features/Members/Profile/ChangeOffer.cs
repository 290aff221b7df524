using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>What somebody offers, looks for, and whether they have time.</summary>
public sealed class OfferInput : ProfileInput
{
    [PlainText(500)]
    public string? Offer { get; set; }

    public Audience OfferAudience { get; set; } = Audience.MyNetwork;

    [PlainText(500)]
    public string? LooksFor { get; set; }

    public Audience LooksForAudience { get; set; } = Audience.MyNetwork;

    public Availability Availability { get; set; }

    public Audience AvailabilityAudience { get; set; } = Audience.MyNetwork;

    public static OfferInput Of(Member member) =>
        new()
        {
            Offer = member.Offer.Value,
            OfferAudience = member.Offer.Audience,
            LooksFor = member.LooksFor.Value,
            LooksForAudience = member.LooksFor.Audience,
            Availability = member.Availability.Value,
            AvailabilityAudience = member.Availability.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["What can others come to you for?"], Offer ?? ""),
            (t["Who sees what you offer?"], AudienceWording.Name(OfferAudience, t)),
            (t["What do you look for?"], LooksFor ?? ""),
            (t["Who sees what you look for?"], AudienceWording.Name(LooksForAudience, t)),
            (t["Do you have time?"], PersonWording.Time(Availability, t) ?? ""),
            (t["Who sees if you have time?"], AudienceWording.Name(AvailabilityAudience, t)),
        ];
}

public sealed class ChangeOffer(MyProfile profile, Texts texts)
{
    public Task<Refusal?> Run(OfferInput input, CancellationToken ct = default) =>
        profile.Change(input, OfferInput.Of, member => Apply(member, input), ct);

    private Refusal? Apply(Member member, OfferInput input)
    {
        var (offer, looks) = (PlainText.Clean(input.Offer), PlainText.Clean(input.LooksFor));
        member.Give(new(offer, input.OfferAudience), Language(offer, member.Offer.Value, member.OfferLanguage));
        member.Seek(new(looks, input.LooksForAudience), Language(looks, member.LooksFor.Value, member.LooksForLanguage));
        member.BeThere(new(Enum.IsDefined(input.Availability) ? input.Availability : default, input.AvailabilityAudience));
        return null;
    }

    private string Language(string text, string before, string language) => text == before ? language : Tongue.Of(text, texts.Language.Tag);
}
