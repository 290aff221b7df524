using System.Net.Mime;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.World;

/// <summary>Whether the product kept its countenance: no fault, and a page that its reader can read.</summary>
internal static class Calm
{
    /// <summary>Said at the foot of every page.</summary>
    private const string Foot = "Kosmopolit is run by its members.";

    /// <summary>What is wrong with an answer; empty when nothing is.</summary>
    /// <param name="language">The reader's; null where the request could not say.</param>
    public static IEnumerable<string> Complain(this Page page, string what, ReaderLanguage? language)
    {
        if ((int)page.Status >= 500)
            yield return $"{what}: {(int)page.Status} {page.Complaint}";
        else if (page.IsRedirect)
            yield break;
        else if (page.Bytes.Length == 0)
            yield return $"{what}: {(int)page.Status} and an empty page";
        else if (page.Response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Text.Html && language is not null)
        {
            var root = page.Html.DocumentElement;
            if (root.GetAttribute("lang") != language.Tag || root.GetAttribute("dir") != language.Direction)
                yield return $"{what}: {(int)page.Status} in “{root.GetAttribute("lang")}” instead of “{language.Tag}”";
            if (!page.Text.Contains(Catalogue.For(language).Find(Foot), StringComparison.Ordinal))
                yield return $"{what}: {(int)page.Status} without a known sentence: {page.Text[..Math.Min(page.Text.Length, 80)]}";
            if (Page.Fold(page.Html.QuerySelector("h1")).Length == 0)
                yield return $"{what}: {(int)page.Status} without a heading";
        }
        else
        {
            yield return $"{what}: {(int)page.Status} and no page, but {page.Text[..Math.Min(page.Text.Length, 80)]}";
        }
    }

    /// <summary>Does a piece of work for many things, four at a time.</summary>
    public static async Task<List<string>> Each<T>(IEnumerable<T> things, Func<T, Task<IEnumerable<string>>> work)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            things,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Until.Stopped },
            async (thing, _) =>
            {
                foreach (var mistake in await work(thing))
                    found.Add(mistake);
            }
        );
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
