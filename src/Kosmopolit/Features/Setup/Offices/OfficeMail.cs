using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;

namespace Kosmopolit.Features.Setup.Offices;

/// <summary>Tells somebody which office they were given, or that it has ended.</summary>
internal static class OfficeMail
{
    public static OutgoingMail Given(Account account, Office office, string why, SiteAddress site, DateTimeOffset now)
    {
        var (language, t) = Of(account);
        var letter = new Letter(
            language,
            t["You have an office: {0}", OfficeWording.Name(office, t)],
            [t["You are now {0}. The reason that was given:", OfficeWording.Name(office, t)], why],
            t["Sign in with this address"],
            site[Links.With("/me", language)]
        );
        return letter.To(account.Email!, now);
    }

    public static OutgoingMail Ended(Account account, Office office, SiteAddress site, DateTimeOffset now)
    {
        var (language, t) = Of(account);
        var letter = new Letter(
            language,
            t["Your office has ended: {0}", OfficeWording.Name(office, t)],
            [t["You are no longer {0}. Your account stays as it is.", OfficeWording.Name(office, t)]],
            t["Open your page"],
            site[Links.With("/me", language)]
        );
        return letter.To(account.Email!, now);
    }

    private static (ReaderLanguage, Texts) Of(Account account)
    {
        var language = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        return (language, new Texts(language));
    }
}
