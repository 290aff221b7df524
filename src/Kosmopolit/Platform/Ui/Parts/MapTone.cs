namespace Kosmopolit.Platform.Ui.Parts;

/// <summary>The five steps of every map: none, 1–4, 5–9, 10–19, 20 or more.</summary>
public static class MapTone
{
    /// <returns>The class of the step, <c>k0</c> to <c>k4</c>.</returns>
    public static string Of(int count) =>
        count switch
        {
            0 => "k0",
            < 5 => "k1",
            < 10 => "k2",
            < 20 => "k3",
            _ => "k4",
        };
}
