using System.CommandLine;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit network</c>: what an operator may do in a network in an emergency, for every member to see.</summary>
internal static class NetworkCommands
{
    public static Command Command()
    {
        var slug = new Argument<string>("NETWORK") { Description = "Last part of the network’s address" };
        var who = new Option<string>("--operator")
        {
            Description = "The operator’s address",
            HelpName = "EMAIL",
            Required = true,
        };
        var reason = new Option<string>("--reason")
        {
            Description = "Why; every member reads it",
            HelpName = "TEXT",
            Required = true,
        };
        var hours = new Option<int>("--hours") { Description = $"For how long, 1 to {BreakGlass.MostHours}", DefaultValueFactory = _ => 4 };
        var glass = new Command("break-glass", "Give an operator a coordinator’s rights for some hours; every member gets a mail")
        {
            slug,
            who,
            reason,
            hours,
        };
        glass.SetAction(
            async (typed, ct) =>
            {
                var input = new GlassInput { Reason = typed.GetRequiredValue(reason), Hours = typed.GetValue(hours) };
                await using var bench = await Workbench.WithDatabase(typed, ct);
                var said = await bench.Ask(db => Break(bench, db, typed.GetRequiredValue(slug), typed.GetRequiredValue(who), input, ct));
                await typed.InvocationConfiguration.Output.WriteLineAsync(said);
                return 0;
            }
        );
        return new Command("network", "Networks, in an emergency") { glass };
    }

    private static async Task<string> Break(
        Workbench bench,
        KosmopolitDb db,
        string slug,
        string email,
        GlassInput input,
        CancellationToken ct
    )
    {
        var normalized = Account.Normalise(email);
        var account =
            await db.Users.Where(a => a.NormalizedEmail == normalized).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct)
            ?? throw new CommandRefusedException($"Nobody has an account with {email}.");
        var me = await WhoAmI.Load(db, account, bench.Now);
        var network =
            await db.Networks.VisibleTo(me).SingleOrDefaultAsync(n => n.Slug == slug, ct)
            ?? throw new CommandRefusedException($"There is no network “{slug}”.");
        db.Actor = account;
        var verb = new BreakGlass(db, bench.Get<Platform.Install.SiteAddress>(), bench.Get<TimeProvider>());
        if (await verb.Run(me, network, input, ct) is { } refusal)
            throw new CommandRefusedException(new Texts(ReaderLanguage.English).Say(refusal));
        return $"{email} has a coordinator’s rights in {network.Name} for {input.Hours} hours. Every member gets a mail.";
    }
}
