using System.Data;
using Kosmopolit.Features.Members;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Platform.Data;

/// <summary>Who somebody is, is asked with a statement that is kept ready; what it answers may not be kept.</summary>
[UsesDatabase]
public sealed class ReadyStatementsTests
{
    [Fact]
    public async Task A_kept_statement_answers_what_is_true_now_to_many_at_once_and_inside_a_transaction()
    {
        await using var house = await House.Open();
        var people = Enumerable
            .Range(0, 20)
            .Select(number => new Account($"person-{number}@example.org", "sv", house.Clock.GetUtcNow()))
            .ToList();
        await house.Store([.. people]);
        await Task.WhenAll(people.Select(account => Held(house, account, 0)));

        foreach (var round in Enumerable.Range(1, 3))
        {
            // Every second person gets one more mandate, so that answers that are mixed up are seen.
            await house.Store([.. people.Where((_, at) => at % 2 == 0).Select(account => Adviser(house, account))]);
            await Task.WhenAll(people.Select((account, at) => Held(house, account, at % 2 == 0 ? round : 0)));
        }

        await house.Do(db =>
            db.InOneTransaction(
                async () =>
                {
                    db.Add(Adviser(house, people[1]));
                    await db.SaveChangesAsync();
                    var me = await WhoAmI.Load(db, people[1].Id, house.Clock.GetUtcNow());
                    Assert.Single(me.Mandates);
                    return true;
                },
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task What_is_kept_ready_opens_no_other_connection_and_the_next_question_opens_its_own()
    {
        await using var house = await House.Open();
        var account = new Account("one@example.org", "sv", house.Clock.GetUtcNow());
        await house.Store(account);
        await house.Do(async db =>
        {
            var opened = 0;
            db.Database.GetDbConnection().StateChange += (_, change) => opened += change.CurrentState == ConnectionState.Open ? 1 : 0;
            Assert.Equal(account.Id, (await WhoAmI.Load(db, account.Id, house.Clock.GetUtcNow())).AccountId);
            Assert.Equal(db.Database.IsSqlite() ? 0 : 1, opened);
            var before = opened;
            Assert.Equal(account.Email, (await db.Users.SingleAsync(a => a.Id == account.Id)).Email);
            Assert.Equal(before + 1, opened);
            Assert.Equal(account.Id, (await WhoAmI.Load(db, account.Id, house.Clock.GetUtcNow())).AccountId);
        });
    }

    [Fact]
    public void A_reader_that_is_closed_twice_does_not_take_the_statement_from_the_next_one()
    {
        // What giving a statement back relies on: Entity Framework disposes of the reader once more afterwards.
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 UNION SELECT 2";
        var first = command.ExecuteReader();
        Assert.True(first.Read());
        first.Close();
        using var second = command.ExecuteReader();
        Assert.True(second.Read());
        first.Dispose();
        Assert.True(second.Read());
        Assert.Equal(2, second.GetInt32(0));
        Assert.False(second.Read());
    }

    private static Mandate Adviser(House house, Account account) =>
        new(account.Id, Role.Adviser, Guid.CreateVersion7(), house.Clock.GetUtcNow().AddDays(-1), "hired");

    private static async Task Held(House house, Account account, int mandates)
    {
        var me = await house.Ask(db => WhoAmI.Load(db, account.Id, house.Clock.GetUtcNow()));
        Assert.Equal(account.Id, me.AccountId);
        Assert.Equal(mandates, me.Mandates.Count);
    }
}
