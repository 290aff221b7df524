using System.Globalization;
using System.Text;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>Reads a question: which codes its names stand for, and which words carry meaning.</summary>
public sealed class Understanding(Gazetteer gazetteer, FunctionWords functionWords)
{
    /// <summary>Words beyond these do not sharpen a question.</summary>
    private const int MaxWords = 32;

    public Reading Of(SearchQuestion question)
    {
        var text = Clean(question.Text);
        var leads = text.Length == 0 ? [] : Leads(text, question.Ignore);
        var words = Word.In(text)
            .Select(w => new QueryWord(w, text.Substring(w.Start, w.Length), leads.Any(l => l.Overlaps(w))))
            .DistinctBy(w => w.Word.Folded)
            .ToList();
        var meaningful = words.Where(w => w.IsLead || !functionWords.Contains(w.Word.Folded, question.ReaderLanguage)).ToList();
        // "Hur gör man?" says nothing, but somebody may have written just that.
        return new Reading
        {
            Text = text,
            Leads = leads,
            Aim = question.Kind is null && Aims.Of(text) is { } aim && !question.Ignore.Contains(aim.Kind) ? aim : null,
            Number = Number(text),
            Words = [.. (meaningful.Count > 0 ? meaningful : words).Take(MaxWords)],
        };
    }

    /// <summary>Without control characters and broken surrogates, at most <see cref="SearchQuestion.MaxLength"/> characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        // White space before the text does not use up its length.
        foreach (var rune in text.AsSpan().TrimStart().EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > SearchQuestion.MaxLength)
                break;
            if (
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            )
                clean.Append(' ');
            else if (rune != Rune.ReplacementChar)
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    // What stands between the first digit and the last: "org.nr 556677-8899".
    private static string? Number(string text)
    {
        var (first, last) = (text.AsSpan().IndexOfAnyInRange('0', '9'), text.AsSpan().LastIndexOfAnyInRange('0', '9'));
        return first < 0 ? null : OrganisationNumber.Read(text[first..(last + 1)]).Number?.Digits;
    }

    private List<Lead> Leads(string text, IReadOnlyCollection<string> ignored) =>
        [
            .. gazetteer
                .Find(text)
                .Where(m => !ignored.Contains(m.Code, StringComparer.OrdinalIgnoreCase))
                .GroupBy(m => (m.Start, m.Length))
                .Select(g => new Lead(
                    g.Key.Start,
                    g.Key.Length,
                    text.Substring(g.Key.Start, g.Key.Length),
                    [.. g.Select(m => new Meaning(KindOf(m.Kind), m.Code)).Where(IsKnown).Distinct()]
                ))
                .Where(l => l.Meanings.Count > 0)
                .OrderBy(l => l.Start),
        ];

    private static bool IsKnown(Meaning meaning) => meaning.Kind != LeadKind.Topic || TopicKeys.Parse(meaning.Code) is not null;

    private static LeadKind KindOf(MatchKind kind) =>
        kind switch
        {
            MatchKind.Country or MatchKind.FormerState or MatchKind.City => LeadKind.Country,
            MatchKind.Language => LeadKind.Language,
            MatchKind.County or MatchKind.Municipality => LeadKind.Region,
            MatchKind.Sector => LeadKind.Sector,
            _ => LeadKind.Topic,
        };
}
