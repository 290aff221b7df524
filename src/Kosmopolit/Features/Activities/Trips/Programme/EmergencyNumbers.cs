using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>Whom to ring in a country of the trip. Our tables do not know; whoever wrote it and when stands beside it.</summary>
public sealed class EmergencyNumbers : Entity, IRevised
{
    private EmergencyNumbers() { }

    public EmergencyNumbers(Guid activity, string country) => (ActivityId, Country) = (activity, country);

    public Guid ActivityId { get; private set; }

    /// <summary>Alpha-2.</summary>
    public string Country { get; private set; } = "";

    public string Police { get; private set; } = "";

    public string Ambulance { get; private set; } = "";

    /// <summary>Of the country that most of those who travel are citizens of.</summary>
    public string Embassy { get; private set; } = "";

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Revision { get; set; }

    public bool IsEmpty => Police.Length + Ambulance.Length + Embassy.Length == 0;

    public void Write((string Police, string Ambulance, string Embassy) numbers, Guid by, DateTimeOffset now)
    {
        (Police, Ambulance, Embassy) = numbers;
        (ById, At) = (by, now);
    }
}
