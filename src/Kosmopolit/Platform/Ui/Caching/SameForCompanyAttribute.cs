namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// On a page that everybody in one company of readers sees alike, so that one rendering serves them all. While it is
/// rendered nobody knows which of them asked: see <see cref="SharedPagesPath"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForCompanyAttribute : Attribute
{
    /// <summary>Whether it shows texts in the languages that its reader reads: then those with the same languages share it.</summary>
    public bool ByReading { get; init; }

    /// <summary>
    /// Whether what happens is seen by the very next reader, instead of within a second: then the end of the log is asked for
    /// on every view.
    /// </summary>
    public bool AtOnce { get; init; }

    /// <summary>A <see cref="DrawnApart"/> that says for whom it is drawn by itself after all; null for nobody.</summary>
    public Type? Unless { get; init; }
}
