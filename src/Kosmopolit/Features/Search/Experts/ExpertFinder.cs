using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>Finds those who know, with reasons, for one who looks and may see only so much.</summary>
public sealed class ExpertFinder(KosmopolitDb db, ExpertRanking ranking, ExpertReading reading, TimeProvider clock) : WhoKnows
{
    /// <summary>Where only words are to go by, more people than these are not read through.</summary>
    private const int MostRead = 2000;

    public override async Task<IReadOnlyList<Knower>> About(Question question, Me asker, Pool pool, CancellationToken ct)
    {
        var words = $"{question.Title} {question.Body}";
        var wanted = ranking.Read(words, question.Language, question.Country, question.Topic);
        var seen = Among(db.Members.AsNoTracking().VisibleTo(asker), pool, question.AskerId);
        if (pool.Named is not null)
        {
            var named = await reading.Of(seen, asker, ct);
            return [.. named.Select(p => new Knower(p.Person.Id, 0, [new Evidence(EvidenceKind.Named)], Reads(p.Person)))];
        }
        var people = await Candidates(seen, wanted, asker, ct);
        var burdens = await Burdens(people, question, ct);
        var weighed = Rank(wanted, [.. people.Select(p => p with { Burden = burdens.GetValueOrDefault(p.Person.Id, Burden.None) })]);
        return [.. weighed.Select(w => new Knower(w.Facts.Person.Id, w.Score, w.Because, Reads(w.Facts.Person)))];
    }

    /// <summary>Who knows, for somebody who looks around: how much was asked of them does not count.</summary>
    /// <param name="country">Alpha-2 of the country it is about, whatever the words say; empty to go by the words.</param>
    public async Task<IReadOnlyList<Weighed>> Find(string words, string language, Me me, CancellationToken ct, string country = "")
    {
        var wanted = ranking.Read(words, language, country);
        var seen = Among(db.Members.AsNoTracking().VisibleTo(me), new Pool([]), me.MemberId);
        return Rank(wanted, await Candidates(seen, wanted, me, ct));
    }

    private IReadOnlyList<Weighed> Rank(Wanted wanted, IReadOnlyList<ExpertFacts> people) =>
        ExpertRanking.Rank(wanted, people, ranking.Listen([.. people.Select(p => Texts(p).ToList())]), clock.GetUtcNow().Year);

    private static IEnumerable<string> Texts(ExpertFacts facts) =>
        facts
            .Answers.Select(a => a.Text)
            .Concat(facts.Person.Markets.Select(m => m.Note))
            .Append(facts.Person.Offer ?? "")
            .Where(t => t.Length > 0);

    private static IQueryable<SeenMember> Among(IQueryable<SeenMember> seen, Pool pool, Guid? asker)
    {
        var (networks, named) = (pool.Networks, pool.Named);
        seen = seen.Where(s => s.Member.AccountId != null && s.Member.Id != asker);
        if (named is not null)
            return seen.Where(s => s.Member.Id == named);
        return networks.Count == 0
            ? seen.Where(s => s.Member.Memberships.Any(m => m.EndedAt == null))
            : seen.Where(s => s.Member.Memberships.Any(m => m.EndedAt == null && networks.Contains(m.NetworkId)));
    }

    private async Task<IReadOnlyList<ExpertFacts>> Candidates(IQueryable<SeenMember> seen, Wanted wanted, Me me, CancellationToken ct)
    {
        var (countries, languages, topics) = (wanted.Countries.ToList(), wanted.Languages, wanted.Topics);
        if (countries.Count > 0)
        {
            // Whoever answered about it counts, too, although they declare nothing.
            var writers = db.Set<Knowledge.Questions.Answers.Answer>()
                .Where(a => !a.IsUnnamed && a.EmptiedAt == null)
                .Where(a => db.Set<Question>().VisibleTo(me).Any(q => q.Id == a.QuestionId && countries.Contains(q.Country)));
            seen = seen.Where(s =>
                s.Member.Markets.Any(k => k.Audience >= s.Distance && countries.Contains(k.Country))
                || writers.Any(a => a.AuthorId == s.Member.Id)
            );
        }
        else if (languages.Count > 0)
            seen = seen.Where(s =>
                s.Member.Languages.Any(l => l.Audience >= s.Distance && languages.Contains(l.Language) && l.Speaks != Cefr.None)
            );
        else if (topics != Topics.None && wanted.Sectors.Count == 0)
            seen = seen.Where(s => s.Member.Markets.Any(k => k.Audience >= s.Distance && (k.Topics & topics) != 0));
        return await reading.Of(seen.OrderBy(s => s.Member.Id).Take(MostRead), me, ct);
    }

    private async Task<Dictionary<Guid, Burden>> Burdens(IReadOnlyList<ExpertFacts> people, Question question, CancellationToken ct)
    {
        var ids = people.Select(p => p.Person.Id).ToList();
        var now = clock.GetUtcNow();
        var (load, silence) = (now.AddDays(-ExpertWeights.LoadDays), now.AddDays(-ExpertWeights.SilenceDays));
        var patience = now - QuestionRoute.Patience;
        var rows = await db.Set<Ask>()
            .Where(a => ids.Contains(a.MemberId))
            .GroupBy(a => a.MemberId)
            .Select(g => new
            {
                Member = g.Key,
                Asks = g.Count(a => a.At > load),
                Silent = g.Count(a => a.At > silence && a.At < patience && a.PassedAt == null && a.AnsweredAt == null),
                DoNotKnow = g.Count(a =>
                    a.Reason == PassReason.DoNotKnow && a.Country == question.Country && a.Topic == question.Topic && a.Country != ""
                ),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Member, r => new Burden(r.Asks, r.Silent, r.DoNotKnow));
    }

    private static IReadOnlyCollection<string> Reads(PersonView person) =>
        [
            .. person.Languages.Where(l => l.Understands >= Cefr.B1).Select(l => l.Language),
            .. (person.Reads ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
}
