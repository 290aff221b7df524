using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Activities.Ledger;

/// <summary>Those who were there are asked three times, and answer from the mail.</summary>
[UsesDatabase]
public sealed partial class AskingTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private readonly Dictionary<string, Member> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        foreach (var name in new[] { "Berit", "Karim", "Lena", "Olle", "Tor" })
            _people[name] = await _village.Settle($"{name.ToLowerInvariant()}@example.org", name, _village.Home);
        await _village.Firm("Norrtimmer", _people["Berit"], _people["Karim"]);
        foreach (var name in new[] { "Lena", "Tor" })
            await _village.Firm($"{name}s bod", _people[name]);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Whoever_was_there_tells_with_one_tap_and_colleagues_tell_it_once()
    {
        var activity = await _village.Held([.. _people.Values]);
        // A list was kept: Tor did not come. Olle has no firm.
        await _village.House.Do(db =>
            db.Set<SignUp>()
                .Where(s => s.MemberId != _people["Tor"].Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.AttendedAt, Doing.Evening))
        );
        _village.House.Clock.Move(Doing.Evening.AddDays(29) - _village.House.Clock.GetUtcNow());
        await _village.Asks();
        Assert.Empty(await _village.House.All<LedgerAsk>());
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        await _village.Asks();
        await _village.Asks();
        var asked = (await _village.House.All<LedgerAsk>()).Select(a => a.MemberId).ToHashSet();
        Assert.Equal([.. new[] { "Berit", "Karim", "Lena" }.Select(n => _people[n].Id).Order()], asked.Order());

        // Nobody is signed in, and opening the link tells nothing.
        using var berit = _village.House.Reader();
        var page = (await berit.Open(await Link("berit", "contract"))).Is(HttpStatusCode.OK);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await _village.Book());
        Assert.Contains("Noted: a contract", (await Press(berit, page, "Contract")).Text, StringComparison.Ordinal);
        var entry = Assert.Single(await _village.Book());
        Assert.Equal((DealStage.Contract, "IQ", activity.Id), (entry.Deal.Stage, entry.Deal.Country, entry.Deal.ActivityId));

        // A colleague says the same; another firm's answer is its own.
        using var karim = _village.House.Reader();
        page = await Press(karim, await karim.Open(await Link("karim", "contract")), "Contract");
        Assert.Contains("counted once", page.Text, StringComparison.Ordinal);
        Assert.Single(await _village.Book());
        using var lena = _village.House.Reader();
        await Press(lena, await lena.Open(await Link("lena", "contact")), "Contact");
        Assert.Equal(2, (await _village.Book()).Count);
        // Another tap corrects the first, and the history keeps both.
        await Press(lena, await lena.Open(await Link("lena", "nothing")), "Nothing");
        var taken = Assert.Single(await _village.Book(), e => e.WithdrawnAt is not null);
        Assert.Equal(2, taken.Versions.Count);
        // What a colleague stands by is not taken out by one of them.
        await Press(berit, await berit.Open(await Link("berit", "nothing")), "Nothing");
        Assert.Null((await _village.Book()).Single(e => e.Id == entry.Id).WithdrawnAt);

        // The page of the line is for those who sign in.
        Assert.Equal("/sign-in", (await berit.Open($"/me/firms/{entry.FirmId}/results/{entry.Id}")).Address.AbsolutePath);
        // Two months later the link is dead, for looking and for telling.
        var stale = await Link("lena", "offer");
        page = await lena.Open(stale);
        _village.House.Clock.Move(ResultTicket.Lasts);
        (await lena.Open(stale)).Is(HttpStatusCode.NotFound);
        await lena.Submit(page.Form("form[data-keep=result]"));
        Assert.DoesNotContain(await _village.Book(), e => e.Deal.Stage == DealStage.Offer);
    }

    [Fact]
    public async Task One_press_in_the_mail_program_ends_such_mails()
    {
        await _village.Held(_people["Berit"], _people["Lena"]);
        _village.House.Clock.Move(Doing.Evening.AddDays(31) - _village.House.Clock.GetUtcNow());
        await _village.Asks();
        var mail = (await _village.MailTo("berit@example.org"))!;
        using var program = new HttpClient { BaseAddress = _village.House.Address };
        var address = new Uri(mail.Unsubscribe).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(address, null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(address, null, TestContext.Current.CancellationToken)).StatusCode);
        _village.House.Clock.Move(TimeSpan.FromDays(150));
        await _village.Asks();
        var second = Assert.Single(await _village.House.All<LedgerAsk>(), a => a.Days == 180);
        Assert.Equal(_people["Lena"].Id, second.MemberId);
        // They come again for whoever changes their mind.
        using var berit = _village.House.Reader();
        await berit.Submit((await berit.Open(address[..address.LastIndexOf('/')])).Form("main form"));
        _village.House.Clock.Move(TimeSpan.FromDays(1));
        await _village.Asks();
        Assert.Equal(2, (await _village.House.All<LedgerAsk>()).Count(a => a.Days == 180));
        // Neither address opens what the other does.
        (await berit.Open(address.Replace("/result-mail/", "/results/", StringComparison.Ordinal)[..^5])).Is(HttpStatusCode.NotFound);
    }

    private async Task<string> Link(string name, string said)
    {
        var mail = (await _village.House.All<Kosmopolit.Platform.Mail.OutgoingMail>()).Last(m => m.To == $"{name}@example.org");
        return Links()
            .Matches(mail.Text)
            .Select(m => new Uri(m.Value).PathAndQuery)
            .Single(l => l.Contains($"said={said}", StringComparison.Ordinal));
    }

    private static Task<Page> Press(Reader reader, Page page, string said)
    {
        var form = page.Form("form[data-keep=result]");
        return reader.Submit(form, (AngleSharp.Html.Dom.IHtmlElement)form.QuerySelector($"button[value={said}]")!);
    }

    [GeneratedRegex(@"https?://\S+/results/\S+")]
    private static partial Regex Links();
}
