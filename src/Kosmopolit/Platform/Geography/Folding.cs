using Kosmopolit.Platform.Geography.Names;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Brings spellings of one name together: case, accents, Arabic and Persian letter variants, digits, punctuation.
/// For comparing only; never show a folded text to anybody.
/// </summary>
public static class Folding
{
    /// <summary>
    /// Takes linear time and never throws. Folding twice gives what folding once gave. Words are parted by single spaces;
    /// a hyphen and a zero-width non-joiner part words, an apostrophe and the dots of "U.S.A." vanish.
    /// </summary>
    public static string Fold(string text) => FoldedText.Fold(text);
}
