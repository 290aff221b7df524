namespace Kosmopolit.Platform.Auth;

/// <summary>
/// Who may see a personal field, chosen by its owner. The numbers grow with the company: a reader at distance
/// <c>r</c> sees the fields with audience at least <c>r</c>.
/// </summary>
public enum Audience
{
    OnlyMe = 0,

    /// <summary>Shown to a person in whose question or introduction the owner takes part.</summary>
    Asker = 1,
    MyNetwork = 2,
    AllNetworks = 3,
    Public = 4,
}

/// <summary>A personal value and who may see it, side by side so that neither travels without the other.</summary>
public sealed record Told<T>
{
    private Told() { }

    public Told(T value, Audience audience) => (Value, Audience) = (value, audience);

    public T Value { get; private set; } = default!;

    public Audience Audience { get; private set; }

    /// <summary>The same value for another audience.</summary>
    public Told<T> For(Audience audience) => new(Value, audience);
}
