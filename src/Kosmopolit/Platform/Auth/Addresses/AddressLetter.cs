using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;

namespace Kosmopolit.Platform.Auth.Addresses;

/// <summary>The mails of a change of address, in the language of the account.</summary>
public sealed class AddressLetter(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public void ToOld(Account account, string code) =>
        Write(
            account,
            account.Email!,
            t => t["{0} is one of two codes to change your address", code],
            t =>
                [
                    code,
                    t[
                        "Somebody who is signed in as you wants to change the address of your account. Write this code on the page, beside the one that went to the new address."
                    ],
                    t["Was it not you? Then do not pass the code on: without it nothing changes. Sign out everywhere."],
                ]
        );

    /// <param name="code">Null when the address has an account already.</param>
    public void ToNew(Account account, string address, string? code) =>
        Write(
            account,
            address,
            t => code is null ? t["This address has an account already"] : t["{0} is one of two codes to change your address", code],
            t =>
                code is null
                    ?
                    [
                        t[
                            "Somebody wants to use this address for their account at Kosmopolit, but it belongs to another account already. Nothing has changed."
                        ],
                        t["Was it you? Then sign in with this address: a code comes by mail. Was it not you? Then do nothing."],
                    ]
                    :
                    [
                        code,
                        t[
                            "Somebody wants to use this address for their account at Kosmopolit. Write this code on the page, beside the one that went to the present address."
                        ],
                        t["Was it not you? Then do nothing: without the code nothing changes."],
                    ]
        );

    /// <summary>Tells the address that was left.</summary>
    public void Moved(Account account, string before)
    {
        var letter = Letter(
            account,
            t => t["Your account has a new address"],
            t =>
                [
                    t["This address does not open your account at Kosmopolit any more; the new one does. Both were confirmed with a code."],
                    t["Was it not you? Then write to whoever runs the site at once: the address stands on the page about privacy."],
                ]
        );
        var language = letter.Language;
        db.Add(
            (letter with { Action = new Texts(language)["Privacy"], Link = site[Links.With("/privacy", language)] }).To(
                before,
                clock.GetUtcNow()
            )
        );
    }

    private void Write(Account account, string to, Func<Texts, string> subject, Func<Texts, string[]> paragraphs) =>
        db.Add(Letter(account, subject, paragraphs).To(to, clock.GetUtcNow(), clock.GetUtcNow() + AddressChange.Lifetime));

    private static Letter Letter(Account account, Func<Texts, string> subject, Func<Texts, string[]> paragraphs)
    {
        var language = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(language);
        return new Letter(language, subject(t), paragraphs(t));
    }
}
