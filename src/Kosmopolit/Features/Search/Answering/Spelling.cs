using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>
/// Offers names of countries and languages that are spelt much like a word that found nothing. Reference facts only:
/// a suggestion made of what members wrote could tell a stranger what is hidden.
/// </summary>
public sealed class Spelling(Atlas atlas)
{
    private const int MinLength = 4;
    private const int MaxOffered = 3;

    private static readonly string[] Languages = ["sv", "en", "ar"];

    private readonly Lazy<IReadOnlyList<(string Folded, Understood Name)>> _names = new(() =>
        [
            .. atlas.Countries.SelectMany(c => Named(LeadKind.Country, c.Alpha2, c.Name)),
            .. atlas.Languages.SelectMany(l => Named(LeadKind.Language, l.Tag, l.Name)),
        ]
    );

    public IReadOnlyList<Understood> Near(Reading reading) =>
        [
            .. reading
                .Words.Where(w => !w.IsLead && w.Word.Folded.Length >= MinLength)
                .SelectMany(w => _names.Value.Select(n => (n.Name, Distance: Distance(w.Word.Folded, n.Folded))))
                .Where(n => n.Distance is not null)
                .OrderBy(n => n.Distance)
                .Select(n => n.Name)
                .DistinctBy(n => (n.Kind, n.Code))
                .Take(MaxOffered),
        ];

    private static IEnumerable<(string Folded, Understood Name)> Named(LeadKind kind, string code, Func<string, string> name) =>
        Languages.Select(name).Distinct().Select(n => (Folding.Fold(n), new Understood(kind, code, n)));

    /// <summary>Letters to change, drop, add or swap; null when there are too many for a slip.</summary>
    internal static int? Distance(string a, string b)
    {
        var most = a.Length < 7 ? 1 : 2;
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        var (before, last, next) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                next[j] = Math.Min(changed, Math.Min(last[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }
            (before, last, next) = (last, next, before);
        }
        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
