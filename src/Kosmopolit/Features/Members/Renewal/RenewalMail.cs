using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>The letters of the yearly question, each with the one link that answers it.</summary>
public sealed class RenewalMail(KosmopolitDb db, SiteAddress site, StayLink link, TimeProvider clock)
{
    public void Ask(Membership membership, Network network, string address, ReaderLanguage reader)
    {
        var t = new Texts(reader);
        var day = membership.RenewBy!.Value;
        Send(
            new Letter(
                reader,
                t["Do you stay in {0}?", network.Name],
                [
                    t[
                        "Your year in {0} ends on {1}. Press the link and you stay for another; you need not sign in.",
                        network.Name,
                        StateWording.Day(day, t)
                    ],
                    t[
                        "If you do nothing, the membership lapses on {0}. What you told stays yours, and you can come back with one press.",
                        StateWording.Day(LapsesOn(day), t)
                    ],
                ],
                t["I stay"],
                site[Links.With($"/stay/{link.For(membership.Id)}", reader)]
            ),
            address
        );
    }

    public void Lapsed(Membership membership, Network network, string address, ReaderLanguage reader)
    {
        var t = new Texts(reader);
        Send(
            new Letter(
                reader,
                t["Your membership of {0} has lapsed", network.Name],
                [
                    t[
                        "We asked whether you stay and heard nothing. Members of {0} no longer see what you show only to your networks.",
                        network.Name
                    ],
                    t["Everything you told is still yours. If you want to be in again, press the link."],
                ],
                t["Come back"],
                site[Links.With($"/stay/{link.For(membership.Id)}", reader)]
            ),
            address
        );
    }

    // Whoever was reminded late still has the time that the notice gives.
    private DateOnly LapsesOn(DateOnly day)
    {
        var noticed = SwedishTime.Today(clock.GetUtcNow()).AddDays(RenewalYear.Notice);
        var graced = day.AddDays(RenewalYear.Grace);
        return graced > noticed ? graced : noticed;
    }

    private void Send(Letter letter, string address) => db.Add(letter.To(address, clock.GetUtcNow()));
}
