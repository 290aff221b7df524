using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Leaving;

/// <summary>Tells a member what became of their membership, in their language, with the write that causes it.</summary>
public sealed class StandingMail(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public Task Suspended(Membership membership, Network network, DateOnly until, string reason, CancellationToken ct) =>
        Send(
            membership,
            (t, reader) =>
                new Letter(
                    reader,
                    t["Your membership of {0} is suspended", network.Name],
                    [
                        t[
                            "Until {0} you see and do in {1} what a visitor may. Then it goes on by itself.",
                            StateWording.Day(until, t),
                            network.Name
                        ],
                        t["Those who run the network write why:"],
                        reason,
                        t["Everything you told is still yours, and other networks you belong to notice nothing."],
                    ],
                    t["Open my page"],
                    site[Links.With("/me", reader)]
                ),
            ct
        );

    public Task Resumed(Membership membership, Network network, CancellationToken ct) =>
        Send(
            membership,
            (t, reader) =>
                new Letter(
                    reader,
                    t["Your membership of {0} goes on", network.Name],
                    [t["The suspension has ended. You are in again, as before."]],
                    t["Open the network"],
                    site[Links.With($"/networks/{network.Slug}", reader)]
                ),
            ct
        );

    private async Task Send(Membership membership, Func<Texts, ReaderLanguage, Letter> write, CancellationToken ct)
    {
        var account = await db.Set<Member>()
            .Where(m => m.Id == membership.MemberId)
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.Email, a.Language })
            .SingleOrDefaultAsync(ct);
        if (account?.Email is null)
            return;
        var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
        db.Add(write(new Texts(reader), reader).To(account.Email, clock.GetUtcNow()));
    }
}
