namespace Kosmopolit.Bench.Running;

/// <summary>
/// Servers get one half of the machine and the load generator the other: what is measured is then what the server can do,
/// not how the kernel shares a core between the two.
/// </summary>
internal static class Cores
{
    private static readonly bool CanPin = Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>In <c>taskset</c>'s notation; null where cores cannot be set apart.</summary>
    public static string? Servers { get; } = CanPin ? Range(0, Environment.ProcessorCount / 2) : null;

    public static string? Load { get; } = CanPin ? Range(Environment.ProcessorCount / 2, Environment.ProcessorCount) : null;

    private static string Range(int from, int end) => $"{from}-{end - 1}";
}
