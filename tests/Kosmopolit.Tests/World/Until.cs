namespace Kosmopolit.Tests.World;

/// <summary>How long a test goes on.</summary>
internal static class Until
{
    /// <summary>Cancelled when the run is stopped from outside.</summary>
    public static CancellationToken Stopped => TestContext.Current.CancellationToken;
}
