using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Skills;

/// <summary>How many of those who come to the meetings know a country, altogether and by kind of knowledge.</summary>
/// <param name="People">Null when it may not be told.</param>
public sealed record SkillRow(string Country, int? People, IReadOnlyDictionary<Topics, int?> Topics);

/// <summary>What the people of the meetings know together.</summary>
public sealed record SkillsPicture(int? People, IReadOnlyList<SkillRow> Countries, IReadOnlyList<(string Tag, int? People)> Languages);

/// <summary>
/// Counts what people declared and show to their network, of those who said yes to a meeting or were there. Members see
/// every number; whoever only leads the start sees those from five upwards.
/// </summary>
public sealed class SkillsMap(KosmopolitDb db, Me me)
{
    /// <summary>The seed's four kinds of knowledge and doing business.</summary>
    public static readonly IReadOnlyList<Topics> Columns =
    [
        Topics.Business,
        Topics.Culture,
        Topics.Language,
        Topics.Politics,
        Topics.Religion,
    ];

    private const int Least = 5;

    private const Topics Trade =
        Topics.Business | Topics.Customs | Topics.Procurement | Topics.Contracts | Topics.Logistics | Topics.Payment | Topics.Agents;

    public async Task<SkillsPicture> Of(Network network, CancellationToken ct = default)
    {
        var isMember = me.Networks.Contains(network.Id);
        int? Told(int number) => isMember || number >= Least ? number : null;
        var came = db.Set<Invitee>()
            .Where(i => i.AttendedAt != null || i.Answer == Answer.Yes)
            .Where(i => db.Set<Meeting>().Any(m => m.Id == i.MeetingId && m.NetworkId == network.Id))
            .Select(i => (Guid?)i.AccountId);
        var people = db.Set<Member>()
            .Where(m => m.Presence >= Audience.MyNetwork && came.Contains(m.AccountId))
            .Where(m => m.Memberships.Any(s => s.NetworkId == network.Id && s.EndedAt == null));
        var count = await people.CountAsync(ct);
        var markets = await people
            .SelectMany(m => m.Markets.Where(k => k.Audience >= Audience.MyNetwork))
            .Select(k => new
            {
                k.MemberId,
                k.Country,
                k.Topics,
            })
            .ToListAsync(ct);
        var languages = await people
            .SelectMany(m => m.Languages.Where(l => l.Audience >= Audience.MyNetwork && l.Speaks >= Cefr.B1))
            .GroupBy(l => l.Language)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key)
            .ToListAsync(ct);
        var rows = markets
            .GroupBy(k => k.Country)
            .Select(g =>
                (
                    g.Key,
                    People: Count(g.Select(k => k.MemberId)),
                    Topics: Columns.ToDictionary(c => c, c => (int?)Count(g.Where(k => Knows(k.Topics, c)).Select(k => k.MemberId)))
                )
            )
            .OrderByDescending(r => r.People)
            .ThenBy(r => r.Key, StringComparer.Ordinal);
        return new SkillsPicture(
            Told(count),
            [
                .. rows.Select(r => new SkillRow(r.Key, Told(r.People), r.Topics.ToDictionary(t => t.Key, t => Told(t.Value ?? 0))))
                    .Where(r => r.People is not null),
            ],
            [.. languages.Select(l => (l.Key, Told(l.Count))).Where(l => l.Item2 is not null)]
        );
    }

    private static int Count(IEnumerable<Guid> members) => members.Distinct().Count();

    private static bool Knows(Topics topics, Topics column) =>
        column switch
        {
            Topics.Business => (topics & Trade) != 0,
            Topics.Culture => (topics & (Topics.Culture | Topics.Etiquette)) != 0,
            _ => topics.HasFlag(column),
        };
}
