using System.Globalization;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Where a reader can check what a text says. A text keeps them as lines, so that they have its history.</summary>
/// <param name="Url">An http or https address.</param>
/// <param name="Seen">The day somebody looked there.</param>
public sealed record Reference(string Title, string Url, DateOnly? Seen)
{
    private const string Day = "yyyy-MM-dd";

    private const int Most = 20;

    /// <summary>As it is kept: a letter outside Latin takes six to nine characters of an address.</summary>
    private const int MostAddress = 2000;

    /// <summary>Name, address, day: as it is kept and as it is typed.</summary>
    public string Line => $"{Title} {Url} {Seen?.ToString(Day, CultureInfo.InvariantCulture)}".Trim();

    public static string Lines(IEnumerable<Reference> references) => string.Join('\n', references.Select(r => r.Line));

    /// <summary>The sources in lines that were kept or typed; lines without a web address are left out.</summary>
    public static IReadOnlyList<Reference> Of(string? lines) => [.. Split(lines).Select(Read).OfType<Reference>()];

    /// <summary>What is wrong with the lines that somebody typed.</summary>
    public static Refusal? Check(string? lines, string field)
    {
        if (Split(lines).Any(l => l.Split(' ').Count(IsAddress) > 1))
            return new Refusal("One source a line, please: there are two addresses in one.", field);
        var read = Split(lines).Select(Read).ToList();
        if (read.Any(r => r is null))
            return new Refusal("Each source needs a web address that begins with https://.", field);
        if (read.Any(r => new Uri(r!.Url).UserInfo.Length > 0))
            return new Refusal(
                "An address with an @ before its host pretends to lead elsewhere. Copy the address of the page itself.",
                field
            );
        if (read.Sum(r => r!.Line.Length + 1) > ArticleMapping.MostSources)
            return new Refusal("This is too long. Please make it shorter.", field);
        return read.Count > Most ? new Refusal("At most {0} sources.", field, Most) : null;
    }

    /// <summary>Brings together what two people made of the same lines: what either added is there, what either took away is not.</summary>
    /// <returns>Null when both changed one source differently.</returns>
    public static string? Together(string begun, string mine, string theirs)
    {
        if (mine == theirs || begun == mine)
            return theirs;
        if (begun == theirs)
            return mine;
        var (before, here, there) = (begun.Split('\n'), mine.Split('\n'), theirs.Split('\n'));
        var both = there
            .Where(l => !before.Contains(l) || here.Contains(l))
            .Concat(here.Where(l => !before.Contains(l) && !there.Contains(l)))
            .Where(l => l.Length > 0)
            .ToList();
        return Twice(both) > Math.Max(Twice(here), Twice(there)) ? null : string.Join('\n', both);
    }

    private static int Twice(IEnumerable<string> lines) =>
        lines.Select(Read).OfType<Reference>().GroupBy(r => r.Url).Count(g => g.Skip(1).Any());

    private static string[] Split(string? lines) => PlainText.CleanLines(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Reference? Read(string line)
    {
        var words = line.Split(' ');
        var address = words.LastOrDefault(IsAddress);
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.AbsoluteUri.Length > MostAddress)
            return null;
        var title = string.Join(' ', words.Where(w => w != address && Seeing(w) is null));
        return new Reference(
            title.Length > 200 ? title[..200] : title,
            url.AbsoluteUri,
            words.Select(Seeing).FirstOrDefault(day => day is not null)
        );
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Seeing(string word) =>
        DateOnly.TryParseExact(word, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
