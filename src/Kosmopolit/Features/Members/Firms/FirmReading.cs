using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>What was written about a firm, once it is known to hold together.</summary>
/// <param name="Number">Ten digits, or empty.</param>
/// <param name="IsChecked">Whether a personal number was written that holds together; it is not in here.</param>
/// <param name="HomeCountry">ISO 3166-1 alpha-2.</param>
/// <param name="Web">Absolute address, or empty.</param>
public sealed record FirmFacts(string Name, string Number, bool IsChecked, string HomeCountry, string Web, string About);

/// <summary>Reads what people write about a firm, and says at which field something cannot be.</summary>
public sealed class FirmReading(Atlas atlas, TypedNames names)
{
    public Outcome<FirmFacts> Read(FirmInput input)
    {
        var name = PlainText.Clean(input.Name);
        if (name.Length == 0)
            return new Refusal("Write what the firm is called.", nameof(input.Name));
        if (WrongNumber(input) is { } number)
            return number;
        if (WrongChoice(input) is { } choice)
            return choice;
        var (home, unknown) = string.IsNullOrWhiteSpace(input.HomeCountry)
            ? Firm.Sweden
            : names.Country(input.HomeCountry, nameof(input.HomeCountry));
        if (home is null)
            return unknown!;
        if (atlas.Country(home) is null)
            return new Refusal(
                "{0} is no more. Choose the country of today.",
                nameof(input.HomeCountry),
                atlas.PlaceName(home, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            );
        if (Address(input.Web) is not { } web)
            return new Refusal("Write a web address such as https://example.se.", nameof(input.Web));
        var digits = OrganisationNumber.Read(input.OrganisationNumber).Number?.Digits ?? "";
        return new FirmFacts(name, digits, input.Personal == NumberKind.Personal, home, web, PlainText.Clean(input.About));
    }

    /// <summary>The address as a link, empty when none was written, or null when it is none.</summary>
    public static string? Address(string? typed)
    {
        var text = PlainText.Clean(typed);
        if (text.Length == 0)
            return "";
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        return
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && uri.AbsoluteUri.Length <= 300
            ? uri.AbsoluteUri
            : null;
    }

    private static Refusal? WrongNumber(FirmInput input) =>
        input.Personal switch
        {
            NumberKind.None or NumberKind.Personal => null,
            NumberKind.WrongPersonal => new Refusal(
                "This looks like a personal number, but it cannot be right. We have not kept it: please write it again, or leave it empty.",
                nameof(input.OrganisationNumber)
            ),
            _ => Foreign(input),
        }
        ?? OrganisationNumber.Read(input.OrganisationNumber).Kind switch
        {
            NumberKind.WrongCheckDigit => new Refusal(
                "This number cannot be right: its last digit does not fit the others. Look it up once more.",
                nameof(input.OrganisationNumber)
            ),
            NumberKind.Foreign => Foreign(input),
            _ => null,
        };

    private static Refusal Foreign(FirmInput input) =>
        new Refusal(
            "We can only check Swedish organisation numbers, which have ten digits. For a firm of another country leave this empty and name the country below.",
            nameof(input.OrganisationNumber)
        );

    private Refusal? WrongChoice(FirmInput input)
    {
        if (!string.IsNullOrEmpty(input.Municipality) && atlas.Municipality(input.Municipality) is null)
            return new Refusal("Choose a municipality from the list.", nameof(input.Municipality));
        if (!string.IsNullOrEmpty(input.Sector) && atlas.Sector(input.Sector)?.Code != input.Sector)
            return new Refusal("Choose a line of business from the list.", nameof(input.Sector));
        if (!Enum.IsDefined(input.Size))
            return new Refusal("Choose from the list.", nameof(input.Size));
        if (!Enum.IsDefined(input.Export))
            return new Refusal("Choose from the list.", nameof(input.Export));
        return Enum.IsDefined(input.Presence) ? null : new Refusal("Choose who may find the firm.", nameof(input.Presence));
    }
}
