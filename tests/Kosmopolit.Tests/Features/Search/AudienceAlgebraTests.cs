using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>The index and the database are two ways to the same truth: whatever the audiences, they agree for every reader.</summary>
[UsesDatabase]
public sealed class AudienceAlgebraTests : IAsyncLifetime
{
    private static readonly string[] Countries = ["IR", "IQ", "VN", "CL", "FI"];
    private static readonly Audience[] Audiences = Enum.GetValues<Audience>();

    private readonly SearchHouse _house = new();
    private readonly List<Guid> _networks = [];

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        var networks = Enumerable.Range(0, 3).Select(i => SearchHouse.Network($"n{i}", $"Network {i}")).ToList();
        _networks.AddRange(networks.Select(n => n.Id));
        await _house.Store(networks);
        // Random rows, the same in every run.
        var random = new Random(20260723);
        var people = Enumerable.Range(0, 120).Select(_ => Somebody(random)).ToList();
        await _house.Store(people);
        await _house.Store(people.Take(60).Select(p => SomeFirm(random, p)));
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Every_reader_finds_and_counts_exactly_what_the_database_shows_them()
    {
        foreach (var me in Readers())
        {
            var people = await _house.In(db => db.Members.VisibleTo(me).ToViews(db, me));
            var firms = await _house.In(db => db.Firms.VisibleTo(db.Memberships, me).ToViews(db, me));
            await Agree(me, people, firms);
        }
    }

    private async Task Agree(Me me, List<PersonView> people, List<FirmView> firms)
    {
        foreach (var country in Countries)
        {
            var answer = await _house.Find(new SearchQuestion("", Country: country) { Count = 100 }, me);
            var expected = people.Where(p => p.Markets.Any(m => m.Country == country)).Select(p => p.Id).ToList();
            Assert.Equal(expected.Order(), answer.People().Order());
            Assert.Equal(expected.Count, answer.TotalsByKind.GetValueOrDefault(Kinds.Person));
            Assert.Equal(firms.Count(f => f.Exports.Any(e => e.Country == country)), answer.TotalsByKind.GetValueOrDefault(Kinds.Firm));
        }
        var all = await _house.Find(new SearchQuestion("", Kinds.Person), me);
        Assert.Equal(people.Count, all.Total);
        Assert.Equal(Count(people.SelectMany(p => p.Markets.Select(m => m.Country).Distinct())), Sorted(all.Facets.Country));
        Assert.Equal(Count(people.SelectMany(p => p.Languages.Select(l => l.Language).Distinct())), Sorted(all.Facets.Language));
        foreach (var (country, other) in Countries.Zip(Countries.Skip(1)))
        {
            var narrowed = await _house.Find(new SearchQuestion("", Kinds.Person, Country: country), me);
            var both = people.Count(p => p.Markets.Any(m => m.Country == country) && p.Markets.Any(m => m.Country == other));
            Assert.Equal(both, narrowed.Facets.Country.GetValueOrDefault(other));
        }
    }

    private IEnumerable<Me> Readers() =>
        [
            Me.Visitor,
            new Me { AccountId = Guid.NewGuid() },
            .. _networks.Select(n => SearchHouse.MemberOf(n)),
            SearchHouse.MemberOf(_networks[0], _networks[2]),
            SearchHouse.MemberOf([.. _networks]),
            SearchHouse.MemberOf(Guid.NewGuid()),
        ];

    private Member Somebody(Random random)
    {
        var networks = _networks.Where(_ => random.Next(3) == 0).ToArray();
        var person = SearchHouse.Person($"Person {random.Next()}", Any(random), Any(random), networks);
        foreach (var country in Countries.Where(_ => random.Next(3) == 0))
            person.Knows(country, Any(random));
        foreach (var language in new[] { "fa", "ar", "vi" }.Where(_ => random.Next(2) == 0))
            person.Speaks(language, Cefr.B2, Any(random));
        return person;
    }

    private static Firm SomeFirm(Random random, Member owner)
    {
        var firm = SearchHouse.Firm($"Firm {random.Next()}", Any(random), owner);
        firm.Trade(
            new(ExportStatus.Exporting, Any(random)),
            Countries.Where(_ => random.Next(3) == 0).Select(c => new ExportMarket(firm.Id, c, 2015, Any(random))).ToList()
        );
        return firm;
    }

    private static Audience Any(Random random) => Audiences[random.Next(Audiences.Length)];

    private static SortedDictionary<string, int> Count(IEnumerable<string> codes) =>
        new(codes.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count()));

    private static SortedDictionary<string, int> Sorted(IReadOnlyDictionary<string, int> counts) => new(counts.ToDictionary());
}
