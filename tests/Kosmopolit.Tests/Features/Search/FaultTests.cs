using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Disks fill up, power goes, nodes come and go: what is found afterwards is what a fresh index would find.</summary>
[UsesDatabase]
public sealed class FaultTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_index_killed_at_any_write_comes_back_as_a_rebuild_would_make_it()
    {
        await StoreSomebody("IR", "Säljer pumpar");
        await _house.CatchUp();
        _house.Upkeep.Commit();
        var died = 0;
        for (var writes = 0; writes < 12; writes++)
        {
            await StoreSomebody("IQ", $"Säljer borrar {writes}");
            await Restart(failing: true);
            died += await DiesAfter(writes) ? 1 : 0;
            await Restart(failing: false);
            await _house.CatchUp();
            var recovered = Content(_house);
            _house.Get<IndexFolder>().WantRebuild();
            await _house.CatchUp();
            Assert.Equal(Content(_house), recovered);
            _house.Upkeep.Commit();
        }
        // The test means nothing unless the disk did fail.
        Assert.InRange(died, 3, 12);
    }

    [Fact]
    public async Task A_full_disk_leaves_facts_and_says_so_until_there_is_room_again()
    {
        var known = await StoreSomebody("IR", "Säljer pumpar");
        await Restart(failing: true);
        FailingDisk.Left.Value = new(2);
        var why = await Assert.ThrowsAsync<IndexUnusableException>(_house.CatchUp);
        _house.Index.Fail(why.Folder, why.InnerException!);
        var answer = await _house.Find("vem kan Iran");
        Assert.Equal(IndexState.Failed, answer.State);
        Assert.Equal([known], answer.People());
        Assert.Contains("No space left", _house.Index.Trouble, StringComparison.Ordinal);
        // Nothing else noticed: rows are still written.
        var later = await StoreSomebody("IR", "Säljer rör");
        Assert.Equal(2, (await _house.Find("vem kan Iran")).People().Count);

        FailingDisk.Left.Value = null;
        await _house.CatchUp();
        Assert.Equal([later], (await _house.Find("rör")).People());
    }

    [Fact]
    public async Task A_fault_in_one_question_does_not_cost_the_index()
    {
        await StoreSomebody("IR", "Säljer pumpar");
        await _house.CatchUp();
        var folder = _house.Index.Current!.Folder;
        Assert.False(_house.Index.TrySearch<int>(_ => throw new InvalidOperationException("ours"), out _));
        Assert.Equal(folder, _house.Index.Current!.Folder);
        Assert.Equal(IndexState.Ready, (await _house.Find("pumpar")).State);
    }

    [Fact]
    public async Task Two_nodes_that_follow_one_log_find_the_same()
    {
        await StoreSomebody("IR", "Säljer pumpar");
        await _house.CatchUp();
        await using var other = _house.Neighbour();
        var gone = await StoreSomebody("IQ", "Säljer borrar");
        await other.CatchUp();
        await _house.In(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == gone)).ShowTo(Audience.OnlyMe);
            await db.SaveChangesAsync();
        });
        await StoreSomebody("VN", "Säljer ull");
        await _house.CatchUp();
        await other.CatchUp();
        Assert.NotEmpty(Content(_house));
        Assert.Equal(Content(_house), Content(other));
    }

    private async Task Restart(bool failing)
    {
        FailingDisk.Left.Value = null;
        await _house.Restart();
        _house.Get<IndexFolder>().Disk = failing ? folder => new FailingDisk(folder) : null;
    }

    private async Task<bool> DiesAfter(int writes)
    {
        // Opening reads; following and committing write.
        FailingDisk.Left.Value = new(writes);
        try
        {
            await _house.CatchUp();
            _house.Upkeep.Commit();
            return false;
        }
        catch (IndexUnusableException)
        {
            return true;
        }
        finally
        {
            FailingDisk.Left.Value = null;
        }
    }

    /// <summary>Every term of every living entry, in an order that segments do not change.</summary>
    private static List<string> Content(SearchHouse house)
    {
        Assert.True(house.Index.TrySearch(Terms, out var terms));
        return terms!;
    }

    private static List<string> Terms(IndexSearcher searcher)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in searcher.IndexReader.Leaves.Select(l => l.AtomicReader))
        {
            var kept = leaf.GetBinaryDocValues(Fields.Kept);
            foreach (var field in leaf.Fields)
            {
                var every = leaf.GetTerms(field).GetEnumerator();
                while (every.MoveNext())
                {
                    var docs = leaf.GetTermDocsEnum(new Lucene.Net.Index.Term(field, BytesRef.DeepCopyOf(every.Term)));
                    for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                    {
                        var entry = new BytesRef();
                        kept.Get(doc, entry);
                        if (leaf.LiveDocs?.Get(doc) != false)
                            terms.Add($"{entry.Utf8ToString()} {field} {every.Term.Utf8ToString()} {docs.Freq}");
                    }
                }
            }
        }
        return [.. terms];
    }

    private async Task<Guid> StoreSomebody(string country, string offer)
    {
        var person = SearchHouse.Person("Somebody", Audience.Public).Knows(country, Audience.Public).Offers(offer);
        await _house.Store(person);
        return person.Id;
    }
}
