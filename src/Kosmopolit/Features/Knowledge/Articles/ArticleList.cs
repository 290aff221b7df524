using System.Globalization;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>What of the bank is wanted; unknown codes find nothing.</summary>
/// <param name="Country">Null for any; empty for free texts.</param>
/// <param name="Topic">Null for any.</param>
/// <param name="Language">Only texts that can be read in it, and then in it; null for whatever suits the reader.</param>
public sealed record ArticleFilter(string? Country, string? Topic, string? Language = null);

/// <summary>A text in a list, in the language that suits the reader best.</summary>
/// <param name="Confirmed">Passages that are confirmed today.</param>
/// <param name="Sure">How sure the text as a whole is.</param>
public sealed record ArticleLine(
    Guid Id,
    string Slug,
    string Title,
    string Summary,
    string Country,
    string Topic,
    string Language,
    ArticleOrigin Origin,
    DateTimeOffset ChangedAt,
    int Confirmed,
    Sureness Sure
);

/// <param name="After">Send it for the next page; null on the last.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleLine> Lines, string? After);

/// <summary>How many texts stand about a country and topic, whatever their languages.</summary>
public sealed record ArticleCount(string Country, string Topic, int Texts);

/// <summary>
/// Lists texts, one line for a text whatever its languages: the page's own language first, then those the reader reads, then the
/// original. What they can read comes first, of this the latest. Pages go on from the last one seen, so that they stay the same
/// while others write.
/// </summary>
public sealed class ArticleList(KosmopolitDb db, Me me, HalfLives halfLives, Texts texts, TimeProvider clock)
{
    public const int Each = 30;

    private IQueryable<Article> Listed =>
        db.Set<Article>().VisibleTo(me).Where(a => a.State == ArticleState.Published || a.State == ArticleState.NeedsReview).AsNoTracking();

    public async Task<ArticlePage> Page(ArticleFilter filter, string? after, int count = Each, CancellationToken ct = default)
    {
        var (from, heads) = (Place.Parse(after), Heads(filter));
        List<Place> keys;
        if ((filter.Country ?? filter.Topic) is not null)
            keys = await Keys(Ranked(heads, filter), from, count + 1, ct);
        else
        {
            // Of the whole bank the latest are taken off an index, and what can be read fills most pages.
            keys = from is { Foreign: true } ? [] : await Keys(Ranked(heads, filter, foreign: false), from, count + 1, ct);
            if (keys.Count <= count)
                keys.AddRange(await Keys(Ranked(heads, filter, foreign: true), from, count + 1 - keys.Count, ct));
        }
        var shown = keys.Take(count).Select(k => k.Id).ToList();
        return new ArticlePage(await Lines(shown, filter, ct), keys.Count > count ? keys[count - 1].ToString() : null);
    }

    /// <param name="foreign">Only those in none of the languages that suit the reader, or only the others.</param>
    private IQueryable<Place> Ranked(IQueryable<Article> heads, ArticleFilter filter, bool? foreign = null)
    {
        var (all, languages) = (Listed, Preferred(filter).ToList());
        var places = heads.Select(a => new Place
        {
            Foreign = !languages.Contains(a.Language) && !all.Any(o => o.OriginalId == a.Id && languages.Contains(o.Language)),
            At = a.ChangedAt,
            Id = a.Id,
        });
        return foreign is { } only
            ? places.Where(p => p.Foreign == only).OrderByDescending(p => p.At).ThenByDescending(p => p.Id)
            : places.OrderBy(p => p.Foreign).ThenByDescending(p => p.At).ThenByDescending(p => p.Id);
    }

    private static Task<List<Place>> Keys(IQueryable<Place> places, Place? after, int count, CancellationToken ct)
    {
        if (after is { } from)
            places = places.Where(p =>
                (p.Foreign && !from.Foreign)
                || (p.Foreign == from.Foreign && (p.At < from.At || (p.At == from.At && p.Id.CompareTo(from.Id) < 0)))
            );
        return places.Take(count).ToListAsync(ct);
    }

    /// <summary>How many texts there are, by country and topic; a text in three languages is one.</summary>
    public async Task<IReadOnlyList<ArticleCount>> Counts(CancellationToken ct = default) =>
        await Listed
            .GroupBy(a => new { a.Country, a.Topic })
            .Select(g => new ArticleCount(g.Key.Country, g.Key.Topic, g.Select(a => a.OriginalId ?? a.Id).Distinct().Count()))
            .ToListAsync(ct);

    /// <summary>The texts about a country in full, with what is claimed in each.</summary>
    public async Task<IReadOnlyList<(Article Article, IReadOnlyList<ClaimView> Claims)>> Whole(
        string country,
        string? topic,
        CancellationToken ct = default
    )
    {
        var chosen = (await Page(new ArticleFilter(country, topic), null, 20, ct)).Lines.Select(l => l.Id).ToList();
        return await Whole(chosen, ct);
    }

    /// <summary>Texts in full, with what is claimed in each.</summary>
    public async Task<IReadOnlyList<(Article Article, IReadOnlyList<ClaimView> Claims)>> Whole(
        IReadOnlyList<Guid> chosen,
        CancellationToken ct = default
    )
    {
        var articles = await Listed.Where(a => chosen.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        var weighed = await Weighed([.. articles.Select(a => a.Id)], ct);
        return [.. articles.Select(a => (a, (IReadOnlyList<ClaimView>)[.. weighed[a.Id]]))];
    }

    // Of each text one row: the original, or what is left of it when the original is not listed.
    private IQueryable<Article> Heads(ArticleFilter filter)
    {
        var all = Listed;
        var heads = Listed.Where(a => a.OriginalId == null || !all.Any(o => o.Id == a.OriginalId));
        if (filter.Country is { } country)
            heads = heads.Where(a => a.Country == country);
        if (filter.Topic is { } topic)
            heads = heads.Where(a => a.Topic == topic);
        if (filter.Language is { } language)
            heads = heads.Where(a => a.Language == language || all.Any(o => o.OriginalId == a.Id && o.Language == language));
        return heads;
    }

    private async Task<IReadOnlyList<ArticleLine>> Lines(List<Guid> heads, ArticleFilter filter, CancellationToken ct)
    {
        var rows = await Listed
            .Where(a => heads.Contains(a.Id) || (a.OriginalId != null && heads.Contains(a.OriginalId.Value)))
            .Select(a => new Row(
                a.OriginalId ?? a.Id,
                a.Number,
                a.FollowsNumber,
                a.IsMachine,
                new ArticleLine(
                    a.Id,
                    a.Slug,
                    a.Title,
                    a.Summary,
                    a.Country,
                    a.Topic,
                    a.Language,
                    a.Origin,
                    a.ChangedAt,
                    0,
                    Sureness.Unconfirmed
                )
            ))
            .ToListAsync(ct);
        var weighed = await Weighed([.. rows.Select(r => r.Line.Id)], ct);
        var versions = rows.GroupBy(r => heads.Contains(r.Line.Id) ? r.Line.Id : r.Root).ToDictionary(g => g.Key, g => g.ToList());
        return [.. heads.Where(versions.ContainsKey).Select(h => Line(versions[h], filter, weighed))];
    }

    private ArticleLine Line(List<Row> versions, ArticleFilter filter, ILookup<Guid, ClaimView> weighed)
    {
        var chosen =
            Preferred(filter).Select(l => versions.FirstOrDefault(r => r.Line.Language == l)).FirstOrDefault(r => r is not null)
            ?? versions.FirstOrDefault(r => r.Line.Id == r.Root)
            ?? versions[0];
        var latest = versions.FirstOrDefault(r => r.Line.Id == r.Root)?.Number;
        var claims = versions
            .Where(r => r == chosen || (chosen.SaysTheSame(latest) && r.SaysTheSame(latest)))
            .SelectMany(r => weighed[r.Line.Id])
            .ToList();
        return chosen.Line with { Confirmed = ArticleReading.Confirmed(claims), Sure = ArticleReading.Whole(claims) };
    }

    private IEnumerable<string> Preferred(ArticleFilter filter) =>
        filter.Language is { } only ? [only] : me.ReadsBesides(texts.Language.Tag);

    private async Task<ILookup<Guid, ClaimView>> Weighed(List<Guid> articles, CancellationToken ct)
    {
        var claims = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Include(c => c.Voices)
            .Standing()
            .Where(c => articles.Contains(c.ArticleId))
            .AsNoTracking()
            .ToListAsync(ct);
        var (lives, year) = (await halfLives.All(), clock.GetUtcNow().Year);
        // A list does not say who holds what: nobody is asked for.
        return claims
            .Select(c => new ClaimView(c, Confidence.Of(c.Voices, HalfLives.For(lives, c.Topic), year), IsHeld: true))
            .ToLookup(v => v.Claim.ArticleId);
    }

    private sealed record Row(Guid Root, int Number, int? Follows, bool IsMachine, ArticleLine Line)
    {
        /// <summary>Whether what was said of one version of the text holds for this one, too.</summary>
        public bool SaysTheSame(int? latest) => Line.Id == Root || (!IsMachine && latest is not null && Follows >= latest);
    }

    /// <summary>Where a page ends: a moment to the microsecond, which both databases keep, and a key.</summary>
    private sealed record Place
    {
        /// <summary>Whether it stands in none of the languages that suit the reader.</summary>
        public bool Foreign { get; init; }

        public DateTimeOffset At { get; init; }

        public Guid Id { get; init; }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond}-{Id:N}{(Foreign ? "-x" : "")}"
            );

        public static Place? Parse(string? after)
        {
            var parts = (after ?? "").Split('-');
            return
                parts is [_, _] or [_, _, "x"]
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var micro)
                && micro < 253_402_300_799_000_000
                && Guid.TryParseExact(parts[1], "N", out var id)
                ? new Place
                {
                    Foreign = parts.Length > 2,
                    At = DateTimeOffset.UnixEpoch.AddTicks(micro * TimeSpan.TicksPerMicrosecond),
                    Id = id,
                }
                : null;
        }
    }
}
