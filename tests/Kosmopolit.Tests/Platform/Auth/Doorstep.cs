using System.Text.RegularExpressions;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Auth;

/// <summary>A house that people come to, and their mailboxes.</summary>
public partial class Doorstep : IAsyncLifetime
{
    public House House { get; private set; } = null!;

    protected virtual Task<Plan> Furnish() => Task.FromResult(new Plan());

    public async ValueTask InitializeAsync() => House = await House.Open(await Furnish());

    public virtual async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody new with an account; the address.</summary>
    public async Task<string> Known()
    {
        var email = $"{Guid.NewGuid().ToString("N")[..12]}@example.org";
        await House.Store(new Account(email, "en", House.Clock.GetUtcNow()));
        return email;
    }

    public async Task<Reader> SignedIn(string email, SignedInBy by = SignedInBy.Code)
    {
        var reader = House.Reader();
        await reader.SignIn(email, by);
        return reader;
    }

    public async Task<Account> AccountOf(string email) => (await House.All<Account>()).Single(a => a.Email == email);

    /// <summary>Mails to an address, the newest first.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> MailsTo(string email) =>
        [.. (await House.All<OutgoingMail>()).Where(m => m.To == email).OrderByDescending(m => m.Id)];

    /// <summary>The code in the newest mail that has one.</summary>
    public async Task<string> CodeFor(string email) =>
        (await MailsTo(email)).Select(m => SixDigits().Match(m.Subject).Value).First(code => code.Length > 0);

    /// <summary>Kinds of logged events that name an account.</summary>
    public async Task<IReadOnlyList<string>> EventsOf(Account account) =>
        [.. (await House.All<LoggedEvent>()).Where(e => e.Payload.Contains($"{account.Id}", StringComparison.Ordinal)).Select(e => e.Kind)];

    public static string OtherThan(string code) => code == "123456" ? "654321" : "123456";

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
