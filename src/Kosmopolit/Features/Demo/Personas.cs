namespace Kosmopolit.Features.Demo;

/// <summary>A role of the demo world that a developer can sign in as.</summary>
/// <param name="Key">Stable short name.</param>
/// <param name="Email">Address of the account in the demo world.</param>
public sealed record Persona(string Key, string Email);

/// <summary>One of each role, so that everything can be tried by everybody it is made for.</summary>
public static class Personas
{
    public static readonly Persona Operator = At("operator");
    public static readonly Persona ProgrammeManager = At("programme-manager");
    public static readonly Persona Facilitator = At("facilitator");
    public static readonly Persona Adviser = At("adviser");
    public static readonly Persona MemberInUmea = At("member-umea");
    public static readonly Persona MemberInSkane = At("member-skane");
    public static readonly Persona MemberOfTwo = At("member-two-networks");
    public static readonly Persona HiddenMember = At("member-hidden");

    /// <summary>Elected coordinators of the five independent networks, by the network's slug.</summary>
    public static readonly IReadOnlyDictionary<string, Persona> Coordinators = new[]
    {
        At("coordinator-stockholm"),
        At("coordinator-skane"),
        At("coordinator-vastra-gotaland"),
        At("coordinator-ostergotland"),
        At("coordinator-uppsala-gavleborg"),
    }.ToDictionary(p => p.Key["coordinator-".Length..]);

    /// <summary>Every persona, in the order in which they are offered.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [Operator, ProgrammeManager, Facilitator, .. Coordinators.Values, Adviser, MemberInUmea, MemberInSkane, MemberOfTwo, HiddenMember];

    private static Persona At(string key) => new(key, $"{key}@demo.example");
}
