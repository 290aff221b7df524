namespace Kosmopolit.Features.Demo;

internal static class DemoSlugs
{
    // Neither vowels nor letters taken for digits: no slug spells a word.
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    /// <summary>Ten letters that tell nothing about whom they stand for.</summary>
    public static string Meaningless(Dice dice) => string.Concat(Enumerable.Range(0, 10).Select(_ => Letters[dice.Below(Letters.Length)]));
}
