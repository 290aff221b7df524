using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Routing;

/// <summary>Whoever is asked reads why, in the mail and on the pages: where it was asked and what of their own fits, and nothing of others.</summary>
[UsesDatabase]
public sealed class WhyYouTests : IAsyncLifetime
{
    private const string Knows = "karim@example.org";
    private const string Fits = "We ask you because you know Saudi Arabia: traded there";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    private House House => _village.House;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Trader(Knows, "Karim");
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_networks_question_says_where_it_was_asked_and_what_fits_and_keeps_its_words_to_the_site()
    {
        var question = await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await House.Bring();
        var why = $"It was asked in your network {_village.Home.Name}. {Fits}";
        var mail = await Mail(Knows);
        Assert.Contains(why, mail, StringComparison.Ordinal);
        // The network's name says it already.
        Assert.DoesNotContain("same network", mail, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Berit", "lunch", "Ramadan" })
            Assert.DoesNotContain(hidden, mail, StringComparison.OrdinalIgnoreCase);

        using var karim = await _village.As(Knows);
        var ask = Assert.Single(await House.AsksOf(question));
        foreach (var page in new[] { "/me/asked", $"/me/asked/{ask.Id}", $"/questions/{question.Id}" })
            Assert.Contains(why, (await karim.Open(page)).Text, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("We ask you", (await anna.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_reads_in_which_network_it_was_asked_and_that_the_asker_let_it_go_on()
    {
        await _village.Trader("far@example.org", "Far", audience: Audience.AllNetworks, away: true);
        await House.Do(async db =>
        {
            db.Set<Member>().Single(m => m.Name.Value == "Far").ShowTo(Audience.AllNetworks);
            await db.SaveChangesAsync();
        });
        await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id), mayGoOn: true);
        await House.Bring();
        House.Clock.Move(TimeSpan.FromHours(73));
        await House.Bring();
        await House.Bring();
        var mail = await Mail("far@example.org");
        Assert.Contains(
            $"It was asked in the network {_village.Home.Name}. Whoever asked agreed that it goes on to others. {Fits}",
            mail,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("your network", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Berit", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_named_reads_that_and_no_network()
    {
        await _village.SetsOut(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id));
        await House.Bring();
        var mail = await Mail(Knows);
        Assert.Contains("We ask you because you were named.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(_village.Home.Name, mail, StringComparison.Ordinal);
        Assert.DoesNotContain("lunch", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_question_for_everybody_says_its_words_and_the_reason_as_before()
    {
        await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        var mail = await Mail(Knows);
        Assert.Contains(Asking.Title, mail, StringComparison.Ordinal);
        Assert.Contains(Fits, mail, StringComparison.Ordinal);
        Assert.DoesNotContain("It was asked in", mail, StringComparison.Ordinal);
    }

    private async Task<string> Mail(string email)
    {
        await House.WriteAsks();
        return (await _village.MailTo(email))!.Text;
    }
}
