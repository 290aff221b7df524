using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Language;
using PhoneNumbers;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>How somebody can be reached outside the site.</summary>
public sealed class ContactInput : ProfileInput
{
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    [ReadableAddress]
    public string? Email
    {
        get;
        // An empty box is no address, not a wrong one.
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public Audience EmailAudience { get; set; } = Audience.OnlyMe;

    [PlainText(40)]
    public string? Phone { get; set; }

    public Audience PhoneAudience { get; set; } = Audience.OnlyMe;

    public static ContactInput Of(Member member) =>
        new()
        {
            Email = member.ContactEmail.Value,
            EmailAudience = member.ContactEmail.Audience,
            Phone = member.Phone.Value,
            PhoneAudience = member.Phone.Audience,
        };

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["E-mail for others"], Email ?? ""),
            (t["Who sees this e-mail?"], AudienceWording.Name(EmailAudience, t)),
            (t["Phone"], Phone ?? ""),
            (t["Who sees your phone?"], AudienceWording.Name(PhoneAudience, t)),
        ];
}

public sealed class ChangeContact(MyProfile profile)
{
    // A number without a country code is a Swedish one.
    private const string Home = "SE";

    public Task<Refusal?> Run(ContactInput input, CancellationToken ct = default) =>
        profile.Change(input, ContactInput.Of, member => Apply(member, input), ct);

    private static Refusal? Apply(Member member, ContactInput input)
    {
        var typed = PlainText.Clean(input.Phone);
        var phone = Written(typed);
        if (typed.Length > 0 && phone is null)
            return new Refusal(
                "This does not look like a phone number. Outside Sweden, begin with + and the country’s number.",
                nameof(input.Phone)
            );
        member.Reach(new(PlainText.Clean(input.Email), input.EmailAudience), new(phone ?? "", input.PhoneAudience));
        return null;
    }

    /// <summary>The number as it is written internationally, or null when it cannot be one.</summary>
    public static string? Written(string typed)
    {
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(typed, Home);
            return numbers.IsPossibleNumber(number) ? numbers.Format(number, PhoneNumberFormat.INTERNATIONAL) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
