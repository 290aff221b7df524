using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;

namespace Kosmopolit.Platform.Auth;

/// <summary>
/// Tells an account's owner, by mail and in their language, that a new way in was opened. Stored with the write that
/// opens it: whoever did it without right cannot keep it quiet.
/// </summary>
public sealed class OwnerLetters(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public void PasswordSet(Account account) =>
        Write(account, t => t["Your account has a new password"], t => t["From now on your address and this password open your account."]);

    /// <param name="name">What the owner calls the passkey.</param>
    public void PasskeyAdded(Account account, string name) =>
        Write(account, t => t["Your account has a new passkey"], t => t["From now on the passkey “{0}” opens your account.", name]);

    /// <param name="provider">The service's name.</param>
    public void ProviderLinked(Account account, string provider) =>
        Write(
            account,
            t => t["Your account is linked to {0}", provider],
            t => t["From now on whoever signs in at {0} as you gets into your account.", provider]
        );

    private void Write(Account account, Func<Texts, string> subject, Func<Texts, string> what)
    {
        var language = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(language);
        var letter = new Letter(
            language,
            subject(t),
            [what(t), t["Was it not you? Then take it away there, and sign out everywhere."]],
            t["How you sign in"],
            site[Links.With("/me/sign-in", language)]
        );
        db.Add(letter.To(account.Email!, clock.GetUtcNow()));
    }
}
