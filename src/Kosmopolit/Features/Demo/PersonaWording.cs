using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Demo;

/// <summary>Says who somebody of the demonstration is.</summary>
public static class PersonaWording
{
    public static string Describe(Persona persona, Texts t) =>
        persona.Key switch
        {
            "operator" => t["Operator: runs the installation."],
            "programme-manager" => t["Programme manager: sees figures, never member data."],
            "facilitator" => t["Facilitator: starts Övre Norrland and Jämtland–Västernorrland; handed over five networks."],
            "adviser" => t["Adviser at a support organisation."],
            "member-umea" => t["Member in Umeå who reads Arabic and knows Iraq."],
            "member-skane" => t["Member in Skåne who writes Swedish and knows Viet Nam."],
            "member-two-networks" => t["Member of two networks, Stockholm and Uppsala–Gävleborg."],
            "member-hidden" => t["Member whom nobody else can see."],
            "coordinator-stockholm" => t["Coordinator of Stockholm, an independent network."],
            "coordinator-skane" => t["Coordinator of Skåne, an independent network."],
            "coordinator-vastra-gotaland" => t["Coordinator of Västra Götaland, an independent network."],
            "coordinator-ostergotland" => t["Coordinator of Östergötland, an independent network."],
            "coordinator-uppsala-gavleborg" => t["Coordinator of Uppsala–Gävleborg, an independent network."],
            _ => "",
        };
}
