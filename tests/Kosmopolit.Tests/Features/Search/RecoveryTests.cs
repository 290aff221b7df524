using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>The index is derived: whatever happens to it, it comes back true, and meanwhile facts answer.</summary>
[UsesDatabase]
public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private string IndexPath => Path.Combine(_house.Folder, "index");

    [Fact]
    public async Task Before_there_is_an_index_facts_answer_and_the_answer_says_so()
    {
        var known = await StoreSomebody("IR");
        var other = await StoreSomebody("VN");
        var answer = await _house.Find("vem kan Iran");
        Assert.Equal(IndexState.Building, answer.State);
        Assert.Equal([known], answer.People());
        Assert.DoesNotContain(other, answer.People());
        Assert.IsType<WhyMarket>(Assert.Single(answer.Hits.Single(h => h.Kind == Kinds.Person).Why));

        await _house.CatchUp();
        Assert.Equal(IndexState.Ready, (await _house.Find("vem kan Iran")).State);
    }

    [Fact]
    public async Task What_was_not_committed_when_the_process_died_is_read_again_from_the_log()
    {
        var first = await StoreSomebody("IR");
        await _house.CatchUp();
        _house.Upkeep.Commit();
        var second = await StoreSomebody("IR");
        await _house.CatchUp();
        await _house.Restart();
        await _house.CatchUp();
        Assert.Equal(new[] { first, second }.Order(), (await _house.Find("Iran")).People().Order());
    }

    [Fact]
    public async Task A_rebuild_that_died_midway_is_thrown_away()
    {
        var known = await StoreSomebody("IR");
        await _house.CatchUp();
        await _house.Restart();
        var half = Path.Combine(IndexPath, "index-ffffffffffffffffffffffffffffffff");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "_0.cfs"), "half", TestContext.Current.CancellationToken);
        await _house.CatchUp();
        Assert.Equal([known], (await _house.Find("Iran")).People());
        _house.Get<IndexFolder>().WantRebuild();
        await _house.CatchUp();
        Assert.False(Directory.Exists(half));
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("_*")]
    public async Task A_damaged_index_is_made_anew(string files)
    {
        var known = await StoreSomebody("IR");
        await _house.CatchUp();
        await _house.Restart();
        foreach (var file in Directory.GetFiles(Assert.Single(Directory.GetDirectories(IndexPath)), files))
            await Damage(file);
        await _house.CatchUp();
        Assert.Equal(IndexState.Ready, _house.Index.State);
        Assert.Equal([known], (await _house.Find("Iran")).People());
    }

    [Fact]
    public async Task An_index_that_is_damaged_while_in_use_gives_way_to_facts_and_is_made_anew()
    {
        var known = await StoreSomebody("IR");
        await _house.CatchUp();
        Assert.False(_house.Index.TrySearch<int>(_ => throw new Lucene.Net.Index.CorruptIndexException("bad block"), out _));
        var meanwhile = await _house.Find("Iran");
        Assert.Equal(IndexState.Building, meanwhile.State);
        Assert.Equal([known], meanwhile.People());
        await _house.CatchUp();
        Assert.Equal(IndexState.Ready, (await _house.Find("Iran")).State);
    }

    [Fact]
    public async Task An_index_of_another_database_is_not_used()
    {
        await StoreSomebody("IR");
        await _house.CatchUp();
        _house.Upkeep.Commit();
        var other = new SearchHouse();
        await other.InitializeAsync();
        try
        {
            var theirs = SearchHouse.Person("Somebody", Audience.Public).Knows("VN", Audience.Public);
            await other.Store(theirs);
            await _house.Restart();
            foreach (var folder in Directory.GetDirectories(IndexPath))
                Copy(folder, Path.Combine(other.Folder, "index", Path.GetFileName(folder)));
            await other.CatchUp();
            Assert.Empty((await other.Find("Iran")).People());
            Assert.Equal([theirs.Id], (await other.Find("Vietnam")).People());
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_index_that_another_version_wrote_is_made_anew()
    {
        var place = new IndexPlace(Kosmopolit.Platform.Events.LogPlace.Start, Guid.Empty, "0");
        Assert.False(await _house.In(db => place.Continues(db, CancellationToken.None)));
        var now = await _house.In(db => IndexPlace.EndOf(db, CancellationToken.None));
        Assert.True(await _house.In(db => now.Continues(db, CancellationToken.None)));
        Assert.Equal(now, IndexPlace.From(now.ToCommit()));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_reported_in_one_line_and_facts_answer()
    {
        var known = await StoreSomebody("IR");
        await File.WriteAllTextAsync(IndexPath, "a file where the folder should be", TestContext.Current.CancellationToken);
        var why = await Assert.ThrowsAsync<IndexUnusableException>(() => _house.Upkeep.Open(CancellationToken.None));
        _house.Index.Fail(why.Folder, why.InnerException!);
        var answer = await _house.Find("Iran");
        Assert.Equal(IndexState.Failed, answer.State);
        Assert.Equal([known], answer.People());
        Assert.DoesNotContain('\n', _house.Index.Trouble!);
        Assert.Contains(IndexPath, _house.Index.Trouble!);

        File.Delete(IndexPath);
        await _house.CatchUp();
        Assert.Equal(IndexState.Ready, (await _house.Find("Iran")).State);
        Assert.Null(_house.Index.Trouble);
    }

    [Fact]
    public async Task Reindexing_while_a_server_holds_the_index_asks_the_server_to_do_it()
    {
        await StoreSomebody("IR");
        await _house.CatchUp();
        var held = _house.Index.Current!.Folder;
        Assert.Contains("running server", await _house.Get<Reindex>().Run(CancellationToken.None));
        Assert.Equal(held, _house.Index.Current!.Folder);
        await _house.CatchUp();
        Assert.NotEqual(held, _house.Index.Current!.Folder);
        Assert.False(Directory.Exists(held));
        Assert.False(_house.Get<IndexFolder>().RebuildWanted);
    }

    private async Task<Guid> StoreSomebody(string country)
    {
        var person = SearchHouse.Person("Somebody", Audience.Public).Knows(country, Audience.Public);
        await _house.Store(person);
        return person.Id;
    }

    private static async Task Damage(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        for (var i = bytes.Length / 3; i < bytes.Length * 2 / 3; i++)
            bytes[i] ^= 0x5A;
        await File.WriteAllBytesAsync(file, bytes);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
