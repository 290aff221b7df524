using System.CommandLine;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands;

/// <summary>
/// <c>kosmopolit account</c>: the way back in for operators. Whoever can type here owns the machine anyway; what they do
/// is written into the event log all the same.
/// </summary>
internal static class AccountCommands
{
    public static Command Command()
    {
        var account = new Command("account", "Operators of this installation: appoint, list, let in");
        account.Add(
            Verb("make-operator", "Make the person with this address an operator; an account is made when there is none", MakeOperator)
        );
        account.Add(Verb("sign-in-code", "Print a one-time code for an operator whom no mail reaches", PrintCode));
        var list = new Command("list-operators", "Who runs this installation, since when and why");
        list.SetAction(List);
        account.Add(list);
        return account;
    }

    private static Command Verb(string name, string description, Func<Workbench, string, CancellationToken, Task<string>> run)
    {
        var email = new Argument<string>("EMAIL") { Description = "The address they sign in with" };
        var command = new Command(name, description) { email };
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = await Workbench.WithDatabase(typed, ct);
                await typed.InvocationConfiguration.Output.WriteLineAsync(await run(bench, typed.GetRequiredValue(email).Trim(), ct));
                return 0;
            }
        );
        return command;
    }

    private static Task<string> MakeOperator(Workbench bench, string email, CancellationToken ct) =>
        bench.Ask(async db =>
        {
            if (!System.Net.Mail.MailAddress.TryCreate(email, out var parsed) || parsed.Address != email || email.Length > 254)
                throw new CommandRefusedException($"“{email}” is not an e-mail address. It needs an @ and no spaces.");
            var account = await Find(db, email, ct);
            if (account is not null && await Operators(db, bench.Now).AnyAsync(m => m.AccountId == account.Id, ct))
                return $"{email} is an operator already.";
            var isNew = account is null;
            account ??= db.Add(
                new Account(
                    email,
                    (ReaderLanguage.Find(bench.Configuration["Kosmopolit:Language"]) ?? ReaderLanguage.Swedish).Tag,
                    bench.Now
                )
            ).Entity;
            db.Add(new Mandate(account.Id, Role.Operator, null, bench.Now, "Appointed on the server’s command line"));
            await db.SaveChangesAsync(ct);
            return isNew ? $"{email} has a new account and is an operator." : $"{email} is an operator now.";
        });

    private static Task<string> PrintCode(Workbench bench, string email, CancellationToken ct) =>
        bench.Ask(async db =>
        {
            // For anybody else this would be a way to become them unseen.
            if (
                await Find(db, email, ct) is not { } account
                || !await Operators(db, bench.Now).AnyAsync(m => m.AccountId == account.Id, ct)
            )
                throw new CommandRefusedException(
                    $"{email} is not an operator. See account list-operators, or appoint them with account make-operator."
                );
            var (row, code) = SignInCode.Issue(email, bench.Now);
            db.Add(row);
            db.Record(new SignInCodePrinted(account.Id));
            await db.SaveChangesAsync(ct);
            var ticket = Uri.EscapeDataString(bench.Get<SignInTicket>().For(email));
            return $"Within ten minutes, once: open this page of the site and write {code}\n/sign-in/code?ticket={ticket}";
        });

    private static async Task<int> List(ParseResult typed, CancellationToken ct)
    {
        await using var bench = await Workbench.WithDatabase(typed, ct);
        var operators = await bench.Ask(db =>
            Operators(db, bench.Now)
                .Join(
                    db.Users,
                    m => m.AccountId,
                    a => a.Id,
                    (m, a) =>
                        new
                        {
                            a.Email,
                            m.From,
                            m.Reason,
                        }
                )
                .OrderBy(o => o.From)
                .ToListAsync(ct)
        );
        var output = typed.InvocationConfiguration.Output;
        foreach (var o in operators)
            await output.WriteLineAsync($"{o.Email}  since {o.From:yyyy-MM-dd}  {o.Reason}");
        if (operators.Count == 0)
            await output.WriteLineAsync("Nobody. Appoint somebody with account make-operator EMAIL.");
        return 0;
    }

    private static Task<Account?> Find(KosmopolitDb db, string email, CancellationToken ct)
    {
        var normalized = Account.Normalise(email);
        return db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
    }

    private static IQueryable<Mandate> Operators(KosmopolitDb db, DateTimeOffset now) =>
        db.Set<Mandate>().Where(m => m.Role == Role.Operator && m.From <= now && (m.Until == null || m.Until > now));
}

/// <summary>Somebody at the server let an operator in without mail.</summary>
public sealed record SignInCodePrinted(Guid AccountId);
