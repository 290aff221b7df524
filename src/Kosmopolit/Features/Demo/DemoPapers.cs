using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;

namespace Kosmopolit.Features.Demo;

/// <summary>What the fictional meetings wrote.</summary>
internal static class DemoPapers
{
    public static readonly IReadOnlyList<string> Places =
    [
        "Kulturväven",
        "Medborgarhuset",
        "Stadsbibliotekets hörsal",
        "Folkets hus",
        "Företagsbyn",
    ];

    public static readonly IReadOnlyList<string> Steps =
    [
        "Intresset räckte: vi gjorde en karta över vad vi kan och bestämde oss för att fortsätta.",
        "Utkastet till stadgar gicks igenom och arbetsgrupperna fick sina första uppgifter.",
        "Stadgarna antogs, samordnare valdes, och de valda tog över ansvaret för uppgifterna.",
    ];

    public static readonly IReadOnlyList<string> Minutes =
    [
        "Alla berättade på två minuter vilka marknader de kan och vad de söker.\nKartan visar att vi är många som kan Mellanöstern och få som kan Västafrika.\n\nVi fortsätter. Tre av oss skriver ett utkast till stadgar till nästa gång.",
        "Stadgarna gicks igenom paragraf för paragraf. Vi ändrade hur länge samordnare väljs.\n\nArbetsgrupperna för upphandling och för transporter höll sina första samtal under kaffet.",
        "Mötet antog stadgarna och valde samordnare.\nDe valda godtog ansvaret för medlemmarnas uppgifter.\n\nHandelsrådets vägledare tackade för sig och gick. Vi stannade kvar och planerade vår första egna träff.",
    ];

    public const string Decision = "Vi bildar ett nätverk för Övre Norrland och möts tre gånger innan det står på egna ben.";

    public static readonly IReadOnlyList<(string Name, string Purpose)> Groups =
    [
        ("Stadgegruppen", "Skriver utkastet till stadgar och samlar in synpunkter."),
        ("Umeågruppen", "Ordnar lokal, kaffe och skjuts till mötena."),
        ("Transporter", "Samlar vad vi vet om frakt från norra Sverige."),
    ];

    public static CharterTerms Terms(Network network) =>
        new()
        {
            Name = network.Name,
            Seat = network.Slug switch
            {
                "ovre-norrland" => "Umeå",
                "stockholm" => "Stockholm",
                "skane" => "Malmö",
                "vastra-gotaland" => "Göteborg",
                "ostergotland" => "Norrköping",
                _ => "Gävle",
            },
            Purpose = network.Purpose,
            Criterion =
                "Den som driver eller startar företag och kan ett annat land genom att ha bott, arbetat, studerat eller gjort affärer där.",
            Successor = "ett annat nätverk för företagare med erfarenhet av andra länder, utsett av det sista mötet.",
        };
}
