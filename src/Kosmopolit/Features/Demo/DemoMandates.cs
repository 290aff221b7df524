using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Who was given which power, and where it ended: the facilitator's at each handover.</summary>
internal static class DemoMandates
{
    public static IEnumerable<Mandate> Of(IReadOnlyList<Network> networks, Func<Persona, Account> account, DateTimeOffset now)
    {
        var start = now.AddDays(-2500);
        yield return new Mandate(account(Personas.Operator).Id, Role.Operator, null, start, "Satte upp installationen.");
        yield return new Mandate(
            account(Personas.ProgrammeManager).Id,
            Role.ProgrammeManager,
            null,
            start,
            "Programansvarig hos uppdragsgivaren."
        );
        yield return new Mandate(
            account(Personas.Adviser).Id,
            Role.Adviser,
            DemoWorld.SupportOrganisation,
            now.AddDays(-400),
            "Rådgivare på organisationen."
        );
        foreach (var network in networks)
        {
            var begun = network.History[0].At;
            var guiding = new Mandate(
                account(Personas.Facilitator).Id,
                Role.Facilitator,
                network.Id,
                begun,
                "Handelsrådets regionala vägledare."
            );
            if (network.Stage == Stage.Independent)
            {
                guiding.End(network.StageSince);
                yield return guiding;
                var elected = account(Personas.Coordinators[network.Slug]);
                var again = DemoGovernment.ElectedAt(network, now);
                yield return new Mandate(elected.Id, Role.Coordinator, network.Id, network.StageSince, "Vald av nätverkets möte.", again);
                yield return new Mandate(elected.Id, Role.Coordinator, network.Id, again, "Vald av medlemmarna.", again.AddMonths(12));
            }
            else
                yield return guiding;
        }
    }
}
