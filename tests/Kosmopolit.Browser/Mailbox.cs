using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>The development mailbox, read until what was sent has arrived: mails leave a queue, not the page that sent them.</summary>
public sealed partial class Mailbox(Browsing browsing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Six digits of the newest code sent to an address.</summary>
    public async Task<string> CodeFor(string address) => SixDigits().Match(await Newest(address, SixDigits())).Value;

    /// <summary>Text of the newest mail to an address that holds what is looked for.</summary>
    /// <param name="address">Empty for a mail to anybody.</param>
    public async Task<string> Newest(string address, Regex holds)
    {
        await using var context = await browsing.Open("en", 1280, script: false);
        var page = await context.NewPageAsync();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = new CancellationTokenSource(Patience);
        do
        {
            await page.GotoAsync("/dev/mail?to=" + Uri.EscapeDataString(address));
            foreach (var mail in await page.Locator("article.said").AllInnerTextsAsync())
                if (holds.IsMatch(mail))
                    return mail;
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        } while (!patience.IsCancellationRequested);
        throw new TimeoutException($"No mail to '{address}' holds {holds}.");
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
