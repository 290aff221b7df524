using System.Globalization;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>A paper on which the two readers do not agree.</summary>
public sealed record PaperDifference(int Number, string First, string Second);

/// <summary>What two people read on the papers, side by side.</summary>
/// <param name="Papers">Papers that were handed out.</param>
public sealed record PaperCount(int Papers, IReadOnlyList<PaperSheet> Sheets)
{
    public bool IsAgreed => Papers == 0 || (Sheets.Count >= 2 && Differences.Count == 0);

    /// <summary>Lines that differ; empty while one sheet is missing.</summary>
    public IReadOnlyList<PaperDifference> Differences =>
        Sheets is [var first, var second, ..]
            ?
            [
                .. Enumerable
                    .Range(1, Papers)
                    .Select(n => new PaperDifference(n, Line(first, n), Line(second, n)))
                    .Where(d => d.First != d.Second || d.First.Length == 0),
            ]
            : [];

    public IEnumerable<Slip> Slips() =>
        Enumerable.Range(1, Papers).Select(n => new Slip($"paper-{n.ToString("D4", CultureInfo.InvariantCulture)}", Line(Sheets[0], n)));

    public static string Line(PaperSheet sheet, int number)
    {
        var start = $"{number.ToString(CultureInfo.InvariantCulture)} ";
        return sheet.Lines.Split('\n').FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "";
    }

    public static async Task<PaperCount> Of(KosmopolitDb db, Guid ballot, CancellationToken ct = default)
    {
        var papers = await db.Set<RollEntry>().CountAsync(r => r.BallotId == ballot && r.Turnout == Turnout.Paper, ct);
        var sheets = await db.Set<PaperSheet>().Where(s => s.BallotId == ballot).OrderBy(s => s.ById).AsNoTracking().ToListAsync(ct);
        return new(papers, sheets);
    }
}

/// <summary>The voting papers of a ballot that is also held on paper.</summary>
public sealed class Papers(KosmopolitDb db, Me me, ElectoralRoll roll, TimeProvider clock)
{
    /// <summary>Marks who got a paper, or handed it back; online their vote is closed meanwhile.</summary>
    public async Task<Refusal?> HandOut(Network network, Guid ballotId, Guid voter, bool back, CancellationToken ct = default)
    {
        var ballot = await Find(ballotId, network, ct);
        if (ballot is null || !me.CanCount(network, ballot))
            return new Refusal("Only those who count the papers do this.");
        if (ballot.Refuses(clock.GetUtcNow()) is { } closed)
            return closed;
        if (ballot.OpenedAt is null)
        {
            await roll.Write(ballot, ct);
            await db.SaveChangesAsync(ct);
        }
        var entry = await db.Set<RollEntry>().SingleOrDefaultAsync(r => r.BallotId == ballot.Id && r.VoterId == voter, ct);
        if (entry is null)
            return new Refusal("This voter is not on the roll.");
        if (back)
            entry.TakeBackPaper();
        else if (entry.Vote(Turnout.Paper) is { } refusal)
            return refusal;
        try
        {
            // The count of papers and the closing of the ballot must not pass each other.
            (await db.Set<Urn>().SingleAsync(u => u.BallotId == ballot.Id, ct)).Touch();
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody voted at the same moment. Look once more.");
        }
    }

    /// <summary>One person's reading of all papers.</summary>
    /// <param name="choices">The keys chosen on paper 1, 2 and so on, separated by spaces.</param>
    public async Task<Refusal?> Enter(Network network, Guid ballotId, IReadOnlyList<string> choices, CancellationToken ct = default)
    {
        var ballot = await Find(ballotId, network, ct);
        if (ballot is null || me.AccountId is not { } account || !me.CanCount(network, ballot))
            return new Refusal("Only those who count the papers do this.");
        if (ballot.ClosedAt is not null)
            return new Refusal("This vote has been closed and counted already.");
        var count = await PaperCount.Of(db, ballot.Id, ct);
        if (choices.Count != count.Papers)
            return new Refusal("{0} papers were handed out. Enter each of them.", null, count.Papers);
        var sheet = count.Sheets.SingleOrDefault(s => s.ById == account);
        if (sheet is null && count.Sheets.Count >= 2)
            return new Refusal("Two people have entered the papers already. They must agree between them.");
        var keys = ballot.Options.OrderBy(o => o.Order).Select(o => o.Key).ToList();
        var lines = new List<string>();
        foreach (var (choice, number) in choices.Select((c, i) => (c, i + 1)))
        {
            var chosen = choice.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().OrderBy(keys.IndexOf).ToList();
            if (Counting.Refuses(ballot.Terms, keys, chosen) is not null)
                return new Refusal(
                    "Paper {0} does not hold what can be chosen. An empty or spoilt paper counts as abstaining.",
                    null,
                    number
                );
            lines.Add($"{number.ToString(CultureInfo.InvariantCulture)} {string.Join(' ', chosen)}");
        }
        if (sheet is null)
            db.Add(sheet = new PaperSheet(ballot.Id, account));
        else
            db.Attach(sheet);
        sheet.Enter(string.Join('\n', lines), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> NameTeller(Network network, Guid ballotId, Guid? member, CancellationToken ct = default)
    {
        var ballot = await Find(ballotId, network, ct);
        if (ballot is null || !me.CanGovern(network) || ballot.ClosedAt is not null)
            return new Refusal("Only coordinators name a teller, before the count.");
        ballot.NameTeller(member);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private Task<Ballot?> Find(Guid id, Network network, CancellationToken ct) =>
        db.Set<Ballot>().Include(b => b.Options).SingleOrDefaultAsync(b => b.Id == id && b.NetworkId == network.Id, ct);
}
