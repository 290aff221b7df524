using CsCheck;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>
/// From the stored rows of a secret ballot nobody joins a vote to a voter: not by keys, not by times, not by the order of
/// rows, not by the transaction that wrote them.
/// </summary>
[UsesDatabase]
public sealed class SecrecyTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public async ValueTask InitializeAsync() => await _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task No_stored_row_joins_a_secret_vote_to_a_voter()
    {
        await _village.Rules(new VotingTerms { QuorumPercent = 0 });
        var people = new List<(string Email, Member Member)>();
        for (var i = 0; i < 9; i++)
            people.Add(await _village.Newcomer());
        // Whoever votes what in whatever order: the same must hold.
        foreach (var order in Gen.Shuffle(Enumerable.Range(0, people.Count).ToArray()).Array[4].Single())
        {
            var proposal = await _village.Proposed(people[0].Member);
            var ballot = await _village.Called(proposal, secret: true);
            var receipts = new Dictionary<Guid, string>();
            foreach (var voter in order)
            {
                receipts[people[voter].Member.Id] = await Cast(people[voter].Member, ballot, voter % 3 == 0 ? "no" : "yes");
                await NothingIsReadable(ballot, receipts);
            }
            _village.House.Clock.Move(TimeSpan.FromDays(9));
            await _village.Close(proposal);
            await NothingLinks(ballot, receipts);
        }
    }

    [Fact]
    public async Task The_log_says_of_every_secret_vote_the_same_and_not_whose_it_was()
    {
        var (_, member) = await _village.Newcomer();
        var proposal = await _village.Proposed(member);
        var ballot = await _village.Called(proposal, secret: true);
        await Cast(member, ballot, "yes");
        var logged = (await _village.House.All<LoggedEvent>()).Where(e => e.As<BallotReceivedVote>()?.BallotId == ballot.Id).ToList();
        Assert.Null(Assert.Single(logged).ActorId);
    }

    // While it is open: one row, sealed; neither receipt nor choice stands anywhere in any table.
    private async Task NothingIsReadable(Ballot ballot, Dictionary<Guid, string> receipts)
    {
        Assert.Single(await _village.House.All<Urn>(), u => u.BallotId == ballot.Id);
        Assert.DoesNotContain(await _village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
        Assert.DoesNotContain(await _village.House.All<OpenVote>(), v => v.BallotId == ballot.Id);
        var everything = await _village.House.Ask(Dump);
        Assert.All(receipts.Values, r => Assert.DoesNotContain(everything, cell => cell.Contains(r, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task NothingLinks(Ballot ballot, Dictionary<Guid, string> receipts)
    {
        var rows = await _village.House.Ask(db => Stored(db, ballot.Id));
        Assert.Equal(receipts.Values.Order(StringComparer.Ordinal), rows.Select(r => r.Mark).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Null(r.Voter));
        // The order in which the database keeps them is that of the receipts, which were drawn without the voters.
        Assert.Equal(rows.Select(r => r.Mark), rows.OrderBy(r => r.Place).Select(r => r.Mark));
        // One transaction wrote them all.
        Assert.Single(rows.Select(r => r.Transaction).Distinct());
        var roll = (await _village.House.All<RollEntry>()).Where(r => r.BallotId == ballot.Id).ToList();
        Assert.Equal(receipts.Keys.Order(), roll.Where(r => r.Turnout == Turnout.Online).Select(r => r.VoterId).Order());
        // No receipt stands beside a voter in any other row.
        var elsewhere = await _village.House.Ask(Dump);
        foreach (var receipt in receipts.Values)
            Assert.Single(elsewhere, cell => cell.Contains(receipt, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> Cast(Member member, Ballot ballot, string choice)
    {
        var receipt = SealedUrn.NewReceipt();
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<KosmopolitDb>();
        var me = new Me
        {
            AccountId = member.AccountId,
            MemberId = member.Id,
            Networks = [_village.Home.Id],
        };
        db.Actor = member.AccountId;
        var clock = services.GetRequiredService<TimeProvider>();
        var verb = new CastVote(db, me, new ElectoralRoll(db, me, clock), services.GetRequiredService<SealedUrn>(), clock);
        Assert.Null(await verb.Run(ballot.Id, new VoteInput { Choice = [choice], Receipt = receipt }));
        return receipt;
    }

    private sealed record VoteRow(string Mark, string? Voter, string Place, string Transaction);

    // With what the database keeps beside the columns: place in the file and writing transaction.
    private static async Task<List<VoteRow>> Stored(KosmopolitDb db, Guid ballot)
    {
        var (place, transaction) = db is PostgresDb ? ("ctid", "xmin") : ("rowid", "0");
        var sql = $"SELECT \"Mark\", \"VoterId\", {place}, {transaction}, \"BallotId\" FROM \"CountedVotes\" ORDER BY \"Mark\"";
        var rows = new List<VoteRow>();
        await foreach (var row in Read(db, sql))
            if (Guid.Parse(row[4]!) == ballot)
                rows.Add(new VoteRow(row[0]!, row[1], Padded(row[2]!), row[3]!));
        return rows;
    }

    // "(0,12)" and "12" in an order that text keeps.
    private static string Padded(string place) => string.Concat(place.Split('(', ',', ')').Select(p => p.PadLeft(9, '0')));

    /// <summary>Every cell of every table as text.</summary>
    private static async Task<List<string>> Dump(KosmopolitDb db)
    {
        var cells = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        await foreach (var row in Read(db, $"SELECT * FROM \"{table}\""))
            cells.AddRange(row.OfType<string>());
        return cells;
    }

    private static async IAsyncEnumerable<string?[]> Read(KosmopolitDb db, string sql)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        // PostgreSQL's own columns have types of their own: as text they can be read.
        command.CommandText = sql.Replace(" ctid,", " ctid::text,", StringComparison.Ordinal)
            .Replace(" xmin,", " xmin::text,", StringComparison.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new string?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = await reader.IsDBNullAsync(i)
                    ? null
                    : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture);
            yield return row;
        }
    }
}
