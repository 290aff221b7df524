using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>What of the questions is wanted; unknown codes find nothing.</summary>
/// <param name="Open">Only those that wait for an answer that helps.</param>
public sealed record QuestionFilter(string? Country, string? Topic, string? Language, bool Open)
{
    /// <summary>Countries looked at together, for instance one and the former states on its ground.</summary>
    public IReadOnlyList<string>? Ground { get; init; }
}

/// <summary>One line of a list.</summary>
public sealed record QuestionLine(
    Guid Id,
    string Title,
    string Language,
    string Country,
    string Topic,
    QuestionState State,
    Reach Reach,
    Urgency Urgency,
    DateTimeOffset AskedAt,
    int Answers
);

/// <param name="After">Send it for the next page; null on the last.</param>
public sealed record QuestionPage(IReadOnlyList<QuestionLine> Lines, string? After);

/// <summary>Lists questions, newest first, by place of the last one seen: a page stays the same while others ask.</summary>
public sealed class QuestionList(KosmopolitDb db, Me me)
{
    public const int Each = 20;

    public Task<QuestionPage> Page(QuestionFilter filter, string? after, CancellationToken ct = default) =>
        Page(me, filter, after, Each, ct);

    /// <param name="reader">For whom; a page for a whole company of readers asks for nobody in particular.</param>
    public async Task<QuestionPage> Page(Me reader, QuestionFilter filter, string? after, int count, CancellationToken ct = default)
    {
        var found = Filtered(db.Set<Question>().VisibleTo(reader), filter);
        if (Guid.TryParse(after, out var last))
        {
            // Keys are made in the order of time: the place of one question is the place of its moment.
            var at = await db.Set<Question>()
                .VisibleTo(reader)
                .Where(q => q.Id == last)
                .Select(q => (DateTimeOffset?)q.AskedAt)
                .SingleOrDefaultAsync(ct);
            found = found.Where(q => q.AskedAt < at || (q.AskedAt == at && q.Id.CompareTo(last) < 0));
        }
        var rows = await found
            .OrderByDescending(q => q.AskedAt)
            .ThenByDescending(q => q.Id)
            .Take(count + 1)
            .Select(q => new QuestionLine(
                q.Id,
                q.Title,
                q.Language,
                q.Country,
                q.Topic,
                q.State,
                q.Reach,
                q.Urgency,
                q.AskedAt,
                db.Set<Answer>().Count(a => a.QuestionId == q.Id)
            ))
            .ToListAsync(ct);
        return rows.Count > count ? new QuestionPage([.. rows.Take(count)], rows[count - 1].Id.ToString()) : new QuestionPage(rows, null);
    }

    /// <summary>Countries of which this reader may read questions, most asked first.</summary>
    public async Task<IReadOnlyList<(string Country, int Questions)>> Countries(CancellationToken ct = default)
    {
        var rows = await Filtered(db.Set<Question>().VisibleTo(me), new QuestionFilter(null, null, null, false))
            .Where(q => q.Country != "")
            .GroupBy(q => q.Country)
            .Select(g => new { Country = g.Key, Questions = g.Count() })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderByDescending(r => r.Questions)
                .ThenBy(r => r.Country, StringComparer.Ordinal)
                .Select(r => (r.Country, r.Questions)),
        ];
    }

    private static IQueryable<Question> Filtered(IQueryable<Question> questions, QuestionFilter filter)
    {
        questions = questions.Where(q => q.EmptiedAt == null && q.State != QuestionState.Withdrawn);
        if (filter.Ground is { } ground)
            questions = questions.Where(q => ground.Contains(q.Country));
        if (filter.Country is { Length: > 0 } country)
            questions = questions.Where(q => q.Country == country);
        if (filter.Topic is { Length: > 0 } topic)
            questions = questions.Where(q => q.Topic == topic);
        if (filter.Language is { Length: > 0 } language)
            questions = questions.Where(q => q.Language == language);
        return filter.Open ? questions.Where(q => q.State == QuestionState.Open) : questions;
    }
}
