using Kosmopolit.Platform;

namespace Kosmopolit.Features.Demo;

internal static class DemoSlugs
{
    /// <summary>As <see cref="Slug.Meaningless"/>, but the same on every machine.</summary>
    public static string Meaningless(Dice dice) =>
        string.Concat(Enumerable.Range(0, 10).Select(_ => Slug.MeaninglessLetters[dice.Below(Slug.MeaninglessLetters.Length)]));
}
