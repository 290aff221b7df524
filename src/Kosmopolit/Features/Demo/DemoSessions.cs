using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Demo;

/// <summary>Browsers in which the personas signed in before: what one finds in the list of one's sessions.</summary>
internal static class DemoSessions
{
    private static readonly (string Device, SignedInBy By, int DaysAgo)[] Before =
    [
        ("Chrome · Android", SignedInBy.Code, 9),
        ("Safari · iPad", SignedInBy.Passkey, 24),
    ];

    public static List<Session> Of(IEnumerable<Account> accounts, DateTimeOffset now)
    {
        var (dice, made) = (Dice.For("sessions"), 0);
        var personas = Personas.All.Select(p => p.Email).ToHashSet();
        using (Entity.TakeKeysFrom(() => dice.Key(now.AddMonths(-1).AddMilliseconds(made++))))
            return
            [
                .. from account in accounts
                where personas.Contains(account.Email!)
                from b in Before
                select new Session(account.Id, b.By, b.Device, now.AddDays(-b.DaysAgo)),
            ];
    }
}
