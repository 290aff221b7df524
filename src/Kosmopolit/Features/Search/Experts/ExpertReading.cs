using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>
/// Reads what speaks for people, as far as one reader may see it: every audience is asked inside the query, and what was
/// written without a name speaks for nobody. A fixed number of queries, however many people there are.
/// </summary>
public sealed class ExpertReading(KosmopolitDb db)
{
    public async Task<IReadOnlyList<ExpertFacts>> Of(IQueryable<SeenMember> seen, Me me, CancellationToken ct)
    {
        var people = await seen.ToViews(db, me, ct);
        if (people.Count == 0)
            return [];
        // Whose name is hidden, their answers are nobody's either.
        var named = people.Where(p => !string.IsNullOrEmpty(p.Name)).Select(p => p.Id).ToList();
        var ids = people.Select(p => p.Id).ToList();
        var (answers, claims, sectors) = (await Answers(named, me, ct), await Claims(named, me, ct), await Sectors(ids, me, ct));
        return
        [
            .. people.Select(p => new ExpertFacts(p)
            {
                Answers = [.. answers[p.Id]],
                Claims = [.. claims[p.Id]],
                Sectors = [.. sectors[p.Id].Concat((p.Sectors ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()],
                IsNear = p.Distance <= Audience.MyNetwork && p.Networks.Any(me.Networks.Contains),
            }),
        ];
    }

    /// <summary>
    /// Answers by name of these people, in questions that this reader reads. Whoever answers a question of their own helps nobody
    /// else, and could praise themselves with it.
    /// </summary>
    public async Task<ILookup<Guid, GivenAnswer>> Answers(IReadOnlyCollection<Guid> people, Me me, CancellationToken ct)
    {
        var rows = await db.Set<Answer>()
            .Where(a => people.Contains(a.AuthorId) && !a.IsUnnamed && a.EmptiedAt == null)
            .Join(
                db.Set<Question>().VisibleTo(me).Where(q => q.State != QuestionState.Withdrawn),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new
                    {
                        a.AuthorId,
                        q.AskerId,
                        a.Text,
                        q.Country,
                        q.Topic,
                        q.Title,
                        Helped = db.Set<Acceptance>().Any(x => x.AnswerId == a.Id)
                            || db.Set<Thanks>().Any(x => x.AnswerId == a.Id)
                            || db.Set<FollowUp>().Any(f => f.QuestionId == q.Id && f.Help == Help.Helped),
                    }
            )
            .Where(r => r.AskerId != r.AuthorId)
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ToLookup(r => r.AuthorId, r => new GivenAnswer(r.Country, r.Topic, r.Helped, $"{r.Title} {r.Text}"));
    }

    /// <summary>What these people did about these countries, in one sentence's worth each; asks nothing when no country is meant.</summary>
    public async Task<ILookup<Guid, Evidence>> Deeds(
        IReadOnlyCollection<PersonView> people,
        IReadOnlyCollection<string> countries,
        Me me,
        CancellationToken ct
    )
    {
        var named = people.Where(p => !string.IsNullOrEmpty(p.Name)).Select(p => p.Id).ToList();
        if (named.Count == 0 || countries.Count == 0)
            return Array.Empty<Guid>().ToLookup(id => id, _ => new Evidence(EvidenceKind.Answers));
        var answers = await Answers(named, me, ct);
        return answers
            .Select(a => (Person: a.Key, About: a.Where(g => countries.Contains(g.Country)).ToList()))
            .Where(a => a.About.Count > 0)
            .ToLookup(a => a.Person, a => new Evidence(EvidenceKind.Answers, "", a.About.Count, a.About.Count(g => g.Helped)));
    }

    private async Task<ILookup<Guid, (string Country, string Topic)>> Claims(List<Guid> people, Me me, CancellationToken ct)
    {
        var rows = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Standing()
            .Join(
                db.Set<Voice>().Where(v => v.IsFor && v.ShowsName && v.MemberId != null && people.Contains(v.MemberId.Value)),
                c => c.Id,
                v => v.ClaimId,
                (c, v) =>
                    new
                    {
                        v.MemberId,
                        c.Country,
                        c.Topic,
                    }
            )
            .ToListAsync(ct);
        return rows.ToLookup(r => r.MemberId!.Value, r => (r.Country, r.Topic));
    }

    // A trade is known through a firm as far as both the role in it and the firm are shown.
    private async Task<ILookup<Guid, string>> Sectors(List<Guid> people, Me me, CancellationToken ct)
    {
        var rows = await db
            .Members.VisibleTo(me)
            .Where(s => people.Contains(s.Member.Id))
            .Join(db.FirmRoles.Where(r => r.EndedAt == null), s => s.Member.Id, r => r.MemberId, (s, r) => new { s.Distance, Role = r })
            .Where(x => x.Role.Audience >= x.Distance)
            .Join(
                db.Firms,
                x => x.Role.FirmId,
                f => f.Id,
                (x, f) =>
                    new
                    {
                        x.Distance,
                        x.Role.MemberId,
                        Firm = f,
                    }
            )
            .Where(x => x.Firm.Presence >= x.Distance && x.Firm.Sector.Audience >= x.Distance)
            .Select(x => new { x.MemberId, Code = x.Firm.Sector.Value })
            .ToListAsync(ct);
        return rows.ToLookup(r => r.MemberId, r => r.Code);
    }
}
