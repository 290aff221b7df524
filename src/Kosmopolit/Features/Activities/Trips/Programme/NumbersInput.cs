using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>Emergency numbers of one country, as they are typed.</summary>
public sealed class CountryNumbers
{
    [StringLength(2)]
    public string? Country { get; set; }

    [PlainText(AroundMapping.MostNumber)]
    public string? Police { get; set; }

    [PlainText(AroundMapping.MostNumber)]
    public string? Ambulance { get; set; }

    [PlainText(200)]
    public string? Embassy { get; set; }

    /// <summary>What stood there when the form was shown, so that only what was changed in it is written.</summary>
    [StringLength(AroundMapping.MostNumber)]
    public string? WasPolice { get; set; }

    [StringLength(AroundMapping.MostNumber)]
    public string? WasAmbulance { get; set; }

    [StringLength(200)]
    public string? WasEmbassy { get; set; }

    /// <summary>What others saved meanwhile in fields that were changed here, too; null where nobody did.</summary>
    internal (string? Police, string? Ambulance, string? Embassy) Saved { get; private set; }

    internal bool IsHeld => Saved is not (null, null, null);

    public static CountryNumbers Of(string country, EmergencyNumbers? known) =>
        new()
        {
            Country = country,
            Police = known?.Police,
            Ambulance = known?.Ambulance,
            Embassy = known?.Embassy,
            WasPolice = known?.Police,
            WasAmbulance = known?.Ambulance,
            WasEmbassy = known?.Embassy,
        };

    /// <summary>
    /// What is to be stored: what was changed in the form, else what is stored. Where both were changed it is held: the form then
    /// knows what was saved, so that the next save is one's own decision.
    /// </summary>
    internal (string Police, string Ambulance, string Embassy) Over((string Police, string Ambulance, string Embassy) stored)
    {
        var (police, ambulance, embassy) = (
            Over(Police, WasPolice, stored.Police),
            Over(Ambulance, WasAmbulance, stored.Ambulance),
            Over(Embassy, WasEmbassy, stored.Embassy)
        );
        Saved = (police.Saved, ambulance.Saved, embassy.Saved);
        (WasPolice, WasAmbulance, WasEmbassy) = (Saved.Police ?? WasPolice, Saved.Ambulance ?? WasAmbulance, Saved.Embassy ?? WasEmbassy);
        return (police.Now, ambulance.Now, embassy.Now);
    }

    private static (string Now, string? Saved) Over(string? typed, string? shown, string stored)
    {
        var (now, was) = (PlainText.Clean(typed), PlainText.Clean(shown));
        if (now == was)
            return (stored, null);
        return (now, stored != was && stored != now ? stored : null);
    }
}

public sealed class NumbersInput
{
    public List<CountryNumbers>? Numbers { get; set; }
}
