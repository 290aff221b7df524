namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// On a page that everybody in one company of readers sees alike, so that one rendering serves them all. While it is
/// rendered nobody knows which of them asked: see <see cref="SharedPagesPath"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForCompanyAttribute : Attribute;
