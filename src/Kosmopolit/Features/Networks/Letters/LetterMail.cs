using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>The mails around a visitor's letter. No address travels to the other side unless its owner said so.</summary>
public sealed class LetterMail(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public void AskToConfirm(VisitorLetter letter, Network network, string token)
    {
        var reader = ReaderLanguage.Find(letter.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        db.Add(
            new Letter(
                reader,
                t["Is your letter to {0} from you?", network.Name],
                [
                    t[
                        "Somebody wrote to {0} and named this address. Open the link and press the button, then it is passed on.",
                        network.Name
                    ],
                    t["Was it not you? Then do nothing: nobody reads it, and it is gone tomorrow."],
                ],
                t["Look at it and send it"],
                site[Links.With($"/letters/{token}", reader)]
            ).To(letter.Email, clock.GetUtcNow(), clock.GetUtcNow() + VisitorLetter.Patience)
        );
    }

    public async Task PassOn(VisitorLetter letter, Network network, CancellationToken ct)
    {
        foreach (var account in await db.WhoRuns(network, clock.GetUtcNow()).ToListAsync(ct))
        {
            var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
            var t = new Texts(reader);
            var mail = new Letter(
                reader,
                t["A letter to {0}", network.Name],
                [
                    t["{0} writes to the network:", letter.Name],
                    letter.Text,
                    letter.SharesAddress
                        ? t[
                            "You can answer this mail: it goes to {0}. Or answer on the page, then your own address stays with you.",
                            letter.Email
                        ]
                        : t["Answer on the page: the writer’s address and yours both stay where they are."],
                ],
                t["Read and answer"],
                site[Links.With($"/networks/{network.Slug}/letters", reader)]
            ).To(account.Email!, clock.GetUtcNow());
            db.Add(letter.SharesAddress ? mail.AnsweredTo(letter.Email) : mail);
        }
    }

    public void Answer(VisitorLetter letter, Network network, string text)
    {
        var reader = ReaderLanguage.Find(letter.Language) ?? ReaderLanguage.Swedish;
        var t = new Texts(reader);
        db.Add(
            new Letter(
                reader,
                t["{0} answers you", network.Name],
                [
                    t["You wrote to {0}. They answer:", network.Name],
                    text,
                    t["If you want to write again, use the form on the network’s page."],
                ],
                t["Open the network"],
                site[Links.With($"/networks/{network.Slug}", reader)]
            ).To(letter.Email, clock.GetUtcNow())
        );
    }
}
