using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Puts the world together, network by network.</summary>
internal sealed class DemoBuilder
{
    private readonly DemoSource _source;
    private readonly DateTimeOffset _now;
    private readonly Dice _dice = Dice.For("world");
    private readonly DemoAccounts _accounts = new(Dice.For("accounts"));
    private readonly DemoMembers _members;
    private readonly DemoFirms _firms;
    private readonly Queue<MarketSource> _countries;
    private readonly Queue<Audience> _presences;
    private int _colleagues;

    public DemoBuilder(DemoSource source, DateTimeOffset now)
    {
        (_source, _now) = (source, now);
        _members = new DemoMembers(source, _accounts, now);
        _firms = new DemoFirms(source, now);
        _countries = Life.Countries(source, _dice);
        _presences = Shades.Presences(_countries.Count, _dice);
    }

    public DemoWorld Build()
    {
        foreach (var persona in new[] { Personas.Operator, Personas.ProgrammeManager, Personas.Facilitator, Personas.Adviser })
            _accounts.Open(persona.Email, "sv", _now.AddDays(-2500));
        var networks = _source.Networks.Select(n => DemoNetworks.Make(n, _now, AccountOf(Personas.Facilitator).Id)).ToList();
        var people = _countries.Count;
        var firms = _source.Networks.Sum(n => n.Firms);
        var (placed, reached) = (0, 0);
        foreach (var (network, source) in networks.Zip(_source.Networks))
        {
            reached += source.Firms;
            var share = people * reached / firms;
            Settle(network, source, share - placed);
            placed = share;
        }
        new PersonaMembers(_source, _members, _firms, _now).Settle(networks);
        JoinSecondNetworks(networks);
        DemoWishes.Give(_members.All);
        var mandates = DemoMandates.Of(networks, AccountOf, _now).ToList();
        var papers = new DemoStartUps(_members.All, AccountOf(Personas.Facilitator).Id, _now).Of(networks);
        DemoRenewals.Set(_members.All, networks, _now);
        var (partners, partnerships) = DemoPartners.Of(networks, AccountOf, _now);
        var government = new DemoGovernment(_members.All, _now);
        foreach (var network in networks.Where(n => n.Stage == Stage.Independent))
            government.Found(network, AccountOf(Personas.Coordinators[network.Slug]));
        var questions = new DemoQuestions(_members.All, networks, _now);
        questions.Ask(_source.Questions);
        return new DemoWorld(
            networks,
            _accounts.All,
            _members.All,
            _firms.All,
            [.. mandates, .. government.Deputies],
            papers,
            partners,
            partnerships
        )
        {
            Government = government.Rows,
            Knowledge = new DemoKnowledge(
                _members.All,
                _members.All.First(m => m.AccountId == AccountOf(Personas.MemberInUmea).Id),
                _now
            ).Build(),
            Questions = [.. questions.Rows, .. DemoAsks.Of(questions.Rows, _members.All, _now)],
            // Last, so that nobody else's key is another.
            Activities = Activities(networks),
        };
    }

    private List<Platform.Data.Entity> Activities(IReadOnlyList<Network> networks)
    {
        var traveller = _members.All.First(m => m.AccountId == AccountOf(Personas.MemberInUmea).Id).Id;
        var guest = _members.All.First(m => m.AccountId == AccountOf(Personas.MemberInSkane).Id).Id;
        // The product itself asks the guest by mail what came of it, as soon as it runs.
        var done = new DemoActivities(_members.All, networks, _now).Build(traveller, guest);
        var skane = networks.First(n => n.Slug == "skane").Id;
        var people = _members.All.Where(m => m.Memberships.Any(s => s.NetworkId == skane && s.EndedAt is null)).Select(m => m.Id);
        return
        [
            .. done,
            .. new DemoLedger(_firms.All, _now).Build(
                people.ToHashSet(),
                [.. done.Where(r => r is not SignUp s || s.MemberId != guest)],
                traveller
            ),
        ];
    }

    private Account AccountOf(Persona persona) => _accounts.All.First(a => a.Email == persona.Email);

    private void Settle(Network network, NetworkSource source, int people)
    {
        var plans = FirmPlan.ForNetwork(_source, source, _dice);
        for (var i = 0; i < plans.Count; i++)
        {
            var (life, member) = Arrive(network, source, plans[i], i == 0 ? Personas.Coordinators.GetValueOrDefault(source.Slug) : null);
            _firms.Found(plans[i], life, member);
        }
        var houses = Enumerable.Range(0, plans.Count).Where(i => !plans[i].Sole).ToList();
        for (var i = plans.Count; i < people; i++)
            JoinFirm(network, source, plans, _dice.Pick(houses));
    }

    // The extra people work in somebody's firm, but for one in five, who is between two firms.
    private void JoinFirm(Network network, NetworkSource source, IReadOnlyList<FirmPlan> plans, int house)
    {
        var without = _colleagues++ % 5 == 0;
        var (_, member) = Arrive(network, source, without ? null : plans[house], null);
        if (without)
            return;
        var firm = _firms.All[_firms.All.Count - plans.Count + house];
        _firms.Employ(firm, member, _dice.Pick(["partner", "partner", "manager", "employee"]), _dice.Between(_now.Year - 8, _now.Year - 1));
    }

    private (Life Life, Member Member) Arrive(Network network, NetworkSource source, FirmPlan? firm, Persona? coordinator)
    {
        var life = Life.Draw(_source, _countries.Dequeue(), _now.Year, _dice);
        var presence = _presences.Dequeue();
        var shades = coordinator is null ? Shades.Draw(presence, _dice) : Shades.Open;
        var days = (int)(_now - network.History[0].At).TotalDays;
        var joined = coordinator is null
            ? _now.AddDays(-_dice.Between(3, days - 1)).AddMinutes(_dice.Below(600))
            : network.History[0].At.AddDays(1);
        var member = _members.Make(life, firm, source, shades, joined, coordinator?.Email);
        member.Join(network.Id, joined, shades.Presence);
        // Two of the elected put their address on their page, as some do.
        if (coordinator is not null && source.Slug is ("stockholm" or "skane"))
            member.Reach(new(member.ContactEmail.Value, Audience.Public), member.Phone);
        return (life, member);
    }

    private void JoinSecondNetworks(List<Network> networks)
    {
        foreach (var member in _members.All.Where((m, i) => i % 26 == 7 && m.Presence >= Audience.AllNetworks).ToList())
        {
            var others = networks.Where(n => n.Stage == Stage.Independent && member.Memberships.All(m => m.NetworkId != n.Id)).ToList();
            var network = _dice.Pick(others);
            var earliest = member.JoinedAt > network.StageSince ? member.JoinedAt : network.StageSince;
            member.Join(network.Id, earliest.AddDays((int)((_now - earliest).TotalDays / 2)), member.Presence);
        }
    }
}
