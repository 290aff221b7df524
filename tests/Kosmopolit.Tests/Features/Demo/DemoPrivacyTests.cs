using System.Reflection;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Xunit;

namespace Kosmopolit.Tests.Features.Demo;

public sealed class DemoPrivacyTests
{
    private static readonly DemoWorld World = DemoWorld.Build(DemoWorld.Today);

    [Theory]
    [InlineData(Audience.Public, 45)]
    [InlineData(Audience.AllNetworks, 35)]
    [InlineData(Audience.MyNetwork, 18)]
    [InlineData(Audience.OnlyMe, 2)]
    public void Presence_is_shared_as_believably_as_planned(Audience audience, int percent)
    {
        var share = 100.0 * World.Members.Count(m => m.Presence == audience) / World.Members.Count;
        Assert.InRange(share, percent - 1.5, percent + 1.5);
    }

    [Fact]
    public void Nothing_of_a_member_is_shown_wider_than_the_member() =>
        Assert.All(
            World.Members,
            m =>
            {
                Assert.All(
                    [m.Name.Audience, m.Municipality.Audience, m.Offer.Audience, m.ContactEmail.Audience, m.Phone.Audience],
                    a => Assert.True(a <= m.Presence)
                );
                Assert.All(m.Markets, k => Assert.True(k.Audience <= m.Presence));
                Assert.All(m.Languages, s => Assert.True(s.Audience <= m.Presence));
                Assert.All(m.Memberships, s => Assert.True(s.Audience <= m.Presence));
            }
        );

    [Fact]
    public void Pseudonyms_are_common_and_a_firm_does_not_give_them_away()
    {
        var members = World.Members.ToDictionary(m => m.Id);
        Assert.True(World.Members.Count(m => m.Presence == Audience.Public && m.Name.Audience < Audience.Public) > 100);
        Assert.All(World.Firms.SelectMany(f => f.People), p => Assert.True(p.Audience <= members[p.MemberId].Name.Audience));
        Assert.All(
            World.Firms.Where(f => f.Size.Value == SizeClass.Sole),
            f => Assert.True(f.Name.Audience <= members[f.People[0].MemberId].Name.Audience)
        );
    }

    [Fact]
    public void Two_people_publish_an_address_and_one_persona_hides_everything()
    {
        Assert.Equal(2, World.Members.Count(m => m.ContactEmail.Audience == Audience.Public));
        var hidden = World.Accounts.Single(a => a.Email == Personas.HiddenMember.Email);
        var member = World.Members.Single(m => m.AccountId == hidden.Id);
        Assert.Equal(Audience.OnlyMe, member.Presence);
    }

    [Fact]
    public void Addresses_and_numbers_reach_nobody()
    {
        Assert.All(
            World.Accounts.Select(a => a.Email!).Concat(World.Members.Select(m => m.ContactEmail.Value)),
            e => Assert.Matches("^[a-z0-9.-]+@(example\\.org|demo\\.example)$", e)
        );
        Assert.All(
            World.Members.Where(m => m.Phone.Value.Length > 0),
            m => Assert.Matches("^(070-17406(0[5-9]|[1-9]\\d)|031-39006\\d\\d)$", m.Phone.Value)
        );
        Assert.Equal(World.Accounts.Count, World.Accounts.Select(a => a.NormalizedEmail).Distinct().Count());
    }

    [Fact]
    public void No_field_asks_for_what_the_law_calls_special()
    {
        var fields = new[] { typeof(Member), typeof(MarketKnowledge), typeof(LanguageSkill), typeof(Firm) }
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(p => p.Name);
        string[] special = ["Birth", "Born", "Nationality", "Ethnic", "Religio", "Faith", "Party", "Politic", "Health", "Union", "Gender"];
        Assert.DoesNotContain(fields, f => special.Any(s => f.Contains(s, StringComparison.OrdinalIgnoreCase)));
        string[] births = ["född i", "föddes", "born in", "mitt hemland", "min religion", "my religion", "jag röstar"];
        Assert.DoesNotContain(Texts(), t => births.Any(b => t.Contains(b, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Texts() =>
        World.Members.SelectMany(m => m.Markets.Select(k => k.Note).Append(m.Offer.Value)).Concat(World.Firms.Select(f => f.About.Value));
}
