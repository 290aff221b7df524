using System.Text.Json;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Features.Demo;

public sealed class DemoFactsTests
{
    private static readonly DemoWorld World = DemoWorld.Build(DemoWorld.Today);
    private static readonly Atlas Atlas = new();

    [Fact]
    public void Every_code_is_one_that_the_atlas_knows()
    {
        var classes = Atlas.Sectors.Where(s => s.Code.Length == 4).Select(s => s.Code).ToHashSet();
        Assert.Empty(World.Firms.Select(f => f.Sector.Value).Except(classes));
        var municipalities = Atlas.Municipalities.Select(m => m.Code).ToHashSet();
        Assert.Empty(World.Networks.SelectMany(n => n.Municipalities).Select(m => m.Code).Except(municipalities));
        Assert.Empty(
            World.Members.Select(m => m.Municipality.Value).Concat(World.Firms.Select(f => f.Municipality.Value)).Except(municipalities)
        );
        var countries = Atlas.Countries.Select(c => c.Alpha2).ToHashSet();
        Assert.Empty(World.Firms.SelectMany(f => f.Exports).Select(e => e.Country).Except(countries));
        var lived = countries.Concat(Atlas.FormerStates.Select(s => s.Code));
        Assert.Empty(World.Members.SelectMany(m => m.Markets).Select(k => k.Country).Except(lived));
        Assert.Empty(World.Members.SelectMany(m => m.Languages).Select(s => s.Language).Except(Atlas.Languages.Select(l => l.Tag)));
    }

    [Fact]
    public void Nobody_lived_in_a_state_after_its_end() =>
        Assert.All(
            World.Members.SelectMany(m => m.Markets).Where(k => Atlas.FormerState(k.Country) is not null),
            k => Assert.True(k.FromYear < k.UntilYear && k.UntilYear <= 1992, $"{k.Country} {k.FromYear}–{k.UntilYear}")
        );

    [Fact]
    public void Years_run_forward_and_not_past_today() =>
        Assert.All(
            World.Members.SelectMany(m => m.Markets),
            k =>
            {
                Assert.True((k.FromYear ?? 0) <= (k.UntilYear ?? DemoWorld.Today.Year));
                Assert.True((k.LastContactYear ?? 0) <= DemoWorld.Today.Year && (k.FromYear ?? 0) <= DemoWorld.Today.Year);
            }
        );

    [Fact]
    public void Organisation_numbers_pass_Luhn_in_the_fictional_series_and_sole_traders_have_none()
    {
        Assert.All(World.Firms, f => Assert.Equal(f.Size.Value == SizeClass.Sole, f.OrganisationNumber.Value.Length == 0));
        var numbers = World.Firms.Select(f => f.OrganisationNumber.Value).Where(n => n.Length > 0).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.True(n.Length == 10 && n.StartsWith("559999", StringComparison.Ordinal) && PassesLuhn(n), n));
        Assert.False(PassesLuhn("5599990001"));
    }

    [Fact]
    public void Texts_fit_their_columns_and_have_no_gaps_left()
    {
        Assert.All(World.Members, m => Assert.InRange(m.Offer.Value.Length, 10, 500));
        Assert.All(World.Members.SelectMany(m => m.Markets), k => Assert.InRange(k.Note.Length, 0, 500));
        Assert.All(World.Firms, f => Assert.InRange(f.Slug.Length, 3, 40));
        var texts = World
            .Members.SelectMany(m => m.Markets.Select(k => k.Note).Append(m.Offer.Value))
            .Concat(World.Firms.Select(f => f.About.Value));
        Assert.DoesNotContain(texts, t => t.Contains('{') || t.Contains('}'));
    }

    [Fact]
    public void The_sentences_come_from_many_patterns()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "demo", "voices");
        using var swedish = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "sv.json")));
        var voice = swedish.RootElement[0];
        var patterns = new[] { "topics", "kinds" }
            .SelectMany(part => voice.GetProperty(part).EnumerateObject())
            .SelectMany(group => group.Value.EnumerateArray())
            .Select(pattern => pattern.GetString());
        Assert.True(patterns.Distinct().Count() >= 150);
    }

    [Fact]
    public void Neighbours_do_not_read_the_same()
    {
        foreach (var network in World.Networks)
        {
            var notes = World
                .Members.Where(m => m.Memberships.Any(s => s.NetworkId == network.Id))
                .SelectMany(m => m.Markets)
                .Select(k => k.Note)
                .Where(n => n.Length > 0)
                .ToList();
            Assert.True(notes.Distinct().Count() >= notes.Count * 0.97, $"{network.Slug}: {notes.Distinct().Count()} of {notes.Count}");
        }
    }

    [Fact]
    public void Every_persona_has_an_account_and_the_facilitator_let_go_of_five_networks()
    {
        Assert.All(Personas.All, p => Assert.Contains(World.Accounts, a => a.Email == p.Email));
        var facilitator = World.Accounts.Single(a => a.Email == Personas.Facilitator.Email);
        var mandates = World.Mandates.Where(m => m.AccountId == facilitator.Id).ToList();
        Assert.Equal(5, mandates.Count(m => m.Until is not null));
        Assert.Equal(
            ["jamtland-vasternorrland", "ovre-norrland"],
            mandates.Where(m => m.Until is null).Select(m => World.Networks.Single(n => n.Id == m.Scope).Slug).Order()
        );
        Assert.Equal(5, World.Mandates.Count(m => m.Role == Role.Coordinator && m.From <= DemoWorld.Today && m.Until > DemoWorld.Today));
        Assert.Equal("ar", World.Accounts.Single(a => a.Email == Personas.MemberInUmea.Email).Language);
    }

    private static bool PassesLuhn(string number) =>
        number.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 2)).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
