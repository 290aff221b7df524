using Kosmopolit.Platform.Comparing;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>What a text says at one time, and where it can be checked: these change together and come back together.</summary>
/// <param name="Summary">One sentence; may be empty.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Sources">One <see cref="Reference"/> a line; may be empty.</param>
public sealed record Words(string Title, string Summary, string Text, string Sources = "")
{
    /// <summary>Brings together what two people made of the same words, each field by itself.</summary>
    /// <param name="begun">What both began from; null when that is not known.</param>
    /// <returns>
    /// The words with every field in which the two do not collide. Where they do, mine stay, and a person must look.
    /// </returns>
    public static (Words Kept, bool IsWhole) Together(Words? begun, Words mine, Words theirs)
    {
        var title = Merge(begun?.Title, mine.Title, theirs.Title, ArticleMapping.MostTitle);
        var summary = Merge(begun?.Summary, mine.Summary, theirs.Summary, ArticleMapping.MostSummary);
        var text = Merge(begun?.Text, mine.Text, theirs.Text, ArticleMapping.MostText);
        var sources = begun is null ? Same(mine.Sources, theirs.Sources) : Reference.Together(begun.Sources, mine.Sources, theirs.Sources);
        return (
            new Words(title ?? mine.Title, summary ?? mine.Summary, text ?? mine.Text, sources ?? mine.Sources),
            title is not null && summary is not null && text is not null && sources is not null
        );
    }

    // What two wrote beside each other may be too long together.
    private static string? Merge(string? begun, string mine, string theirs, int most) =>
        (begun is null ? Same(mine, theirs) : ThreeWays.Merge(begun, mine, theirs)) is { } both && both.Length <= most ? both : null;

    private static string? Same(string mine, string theirs) => mine == theirs ? mine : null;
}
