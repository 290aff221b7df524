using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.Architecture;
using Kosmopolit.Tests.Platform.Geography;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>The matrix itself is watched: it misses no field and no kind of surface, and it would notice if it did.</summary>
public sealed class CoverageTests
{
    private static readonly Planted Somebody = new(0, Audience.Public, Audience.OnlyMe, Reference.Atlas, DateTimeOffset.UnixEpoch);

    private static IEnumerable<Trace> Pages => Surfaces.Of(Somebody, Reference.Atlas);

    private static IEnumerable<Trace> Programs => MachineSurfaces.Of(Somebody, Reference.Atlas);

    [Fact]
    public void Every_field_is_looked_for_on_pages_in_searches_and_in_the_API()
    {
        Found.Nothing(Coverage.Missing("page", Coverage.Told(), Pages));
        Found.Nothing(Coverage.Missing("search", Coverage.Told(), Surfaces.Searches(Somebody)));
        Found.Nothing(
            Coverage.Missing("API", Coverage.Told(), Programs.Where(t => t.Address.StartsWith("/api/", StringComparison.Ordinal)))
        );
        Found.Nothing(Coverage.Stale("search", Surfaces.Searches(Somebody)));
    }

    [Fact]
    public void Every_table_of_what_is_told_is_looked_for() =>
        Assert.Empty(PersonalData.Personal.Except(["Member", "Firm"]).Except(Coverage.Told()));

    [Fact]
    public void A_field_that_is_added_and_looked_for_nowhere_is_noticed() =>
        Assert.Equal(
            ["Neighbour.Hobby is looked for on no API", "Neighbour.Shoe is looked for on no API"],
            Coverage.Missing("API", Coverage.Told(typeof(Neighbour)), Programs).Order()
        );

    [Fact]
    public void A_field_that_nobody_said_how_to_plant_is_noticed()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Somebody.Tell(new Neighbour(), "2480"));
        Assert.Contains("Neighbour.Shoe", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_that_forgets_a_field_is_noticed() =>
        Assert.Equal(
            ["Firm.Web is looked for on no API"],
            Coverage.Missing("API", Coverage.Told(), Programs.Where(t => t.Field != "Firm.Web"))
        );

    [Fact]
    public void An_answer_that_says_too_much_or_too_little_is_noticed()
    {
        var secret = Somebody.Words["Member.Offer"];
        Assert.Single(Leak.In($"…{secret.ToUpperInvariant()}…", "canary", "visitor", [Somebody], Audience.Public));
        Assert.Empty(Leak.In($"…{secret}…", "canary", "self", [Somebody], Audience.OnlyMe));
        Assert.Empty(Leak.In("nothing", "canary", "visitor", [Somebody], Audience.Public));
        var trace = new Trace("Member.Offer", "/canary", secret);
        Assert.Contains("leaks", Leak.Wrong(trace, secret, "visitor", Somebody, Audience.Public), StringComparison.Ordinal);
        Assert.Contains("is lost", Leak.Wrong(trace, "", "self", Somebody, Audience.OnlyMe), StringComparison.Ordinal);
        Assert.Null(Leak.Wrong(trace, "", "visitor", Somebody, Audience.Public));
    }

    private sealed class Neighbour
    {
        public Told<string> Hobby { get; private set; } = new("", Audience.OnlyMe);

        public Told<int> Shoe { get; private set; } = new(0, Audience.OnlyMe);
    }
}
