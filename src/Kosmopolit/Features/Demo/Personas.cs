namespace Kosmopolit.Features.Demo;

/// <summary>A role of the demo world that a developer can sign in as.</summary>
/// <param name="Key">Stable short name.</param>
/// <param name="Email">Address of the account in the demo world.</param>
/// <param name="Description">Who this is, in English; a key of the catalogue.</param>
public sealed record Persona(string Key, string Email, string Description);

/// <summary>One of each role, so that everything can be tried by everybody it is made for.</summary>
public static class Personas
{
    public static readonly Persona Operator = At("operator", "Operator: runs the installation.");
    public static readonly Persona ProgrammeManager = At("programme-manager", "Programme manager: sees figures, never member data.");
    public static readonly Persona Facilitator = At(
        "facilitator",
        "Facilitator: starts Övre Norrland and Jämtland–Västernorrland; handed over five networks."
    );
    public static readonly Persona Adviser = At("adviser", "Adviser at a support organisation.");
    public static readonly Persona MemberInUmea = At("member-umea", "Member in Umeå who reads Arabic and knows Iraq.");
    public static readonly Persona MemberInSkane = At("member-skane", "Member in Skåne who writes Swedish and knows Viet Nam.");
    public static readonly Persona MemberOfTwo = At("member-two-networks", "Member of two networks, Stockholm and Uppsala–Gävleborg.");
    public static readonly Persona HiddenMember = At("member-hidden", "Member whom nobody else can see.");

    /// <summary>Elected coordinators of the five independent networks, by the network's slug.</summary>
    public static readonly IReadOnlyDictionary<string, Persona> Coordinators = new[]
    {
        At("coordinator-stockholm", "Coordinator of Stockholm, an independent network."),
        At("coordinator-skane", "Coordinator of Skåne, an independent network."),
        At("coordinator-vastra-gotaland", "Coordinator of Västra Götaland, an independent network."),
        At("coordinator-ostergotland", "Coordinator of Östergötland, an independent network."),
        At("coordinator-uppsala-gavleborg", "Coordinator of Uppsala–Gävleborg, an independent network."),
    }.ToDictionary(p => p.Key["coordinator-".Length..]);

    /// <summary>Every persona, in the order in which they are offered.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [Operator, ProgrammeManager, Facilitator, .. Coordinators.Values, Adviser, MemberInUmea, MemberInSkane, MemberOfTwo, HiddenMember];

    private static Persona At(string key, string description) => new(key, $"{key}@demo.example", description);
}
