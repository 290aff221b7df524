using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Firms;

/// <summary>A house of one's own with two networks and people who sign in, for tests that write about firms.</summary>
internal sealed class FirmTown : IAsyncDisposable
{
    private readonly List<Reader> _readers = [];

    private FirmTown(House house, Network north, Network south) => (House, North, South) = (house, north, south);

    public House House { get; }

    public Network North { get; }

    public Network South { get; }

    public static async Task<FirmTown> Open()
    {
        var house = await House.Open();
        var north = new Network("nord", "Nord", ["2480"], MovableClock.Morning, null);
        var south = new Network("syd", "Syd", ["1280"], MovableClock.Morning, null);
        await house.Store(north, south);
        return new FirmTown(house, north, south);
    }

    /// <summary>A member and their browser.</summary>
    public async Task<(Member Member, Reader Reader)> Person(string name, Network? network = null, Audience presence = Audience.MyNetwork)
    {
        var account = new Account($"{Guid.NewGuid():N}@example.org", "en", MovableClock.Morning);
        var member = new Member(Guid.NewGuid().ToString("N"), account.Id, new(name, presence), MovableClock.Morning);
        member.ShowTo(presence);
        member.Join((network ?? North).Id, MovableClock.Morning, Audience.MyNetwork);
        await House.Store(account, member);
        var reader = House.Reader();
        _readers.Add(reader);
        await reader.SignIn(account.Email!);
        return (member, reader);
    }

    /// <summary>A firm with its people, as if they had told about it.</summary>
    public async Task<Firm> Firm(string name, params (Member Member, string Role)[] people)
    {
        var firm = new Firm(Guid.NewGuid().ToString("N"), new(name, Audience.MyNetwork), MovableClock.Morning);
        foreach (var (member, role) in people)
            firm.Employ(member.Id, role, MovableClock.Morning, Audience.MyNetwork);
        await House.Store(firm);
        return firm;
    }

    /// <summary>The firm as it is stored now.</summary>
    public Task<Firm> Stored(Guid id) =>
        House.Ask(db => db.Firms.Include(f => f.People).Include(f => f.Exports).Include(f => f.Statuses).SingleAsync(f => f.Id == id));

    public Task<List<FirmRequest>> Requests() => House.All<FirmRequest>();

    /// <summary>Presses the button with this name and value, or the first one.</summary>
    public static Task<Page> Send(Reader reader, Page page, string form, string? button = null, params (string, string)[] fields)
    {
        var filled = page.Form(form, fields);
        return reader.Submit(filled, button is null ? null : (IHtmlElement)filled.QuerySelector(button)!);
    }

    /// <summary>Opens a page that must be there.</summary>
    public static async Task<Page> Opened(Reader reader, string address) => (await reader.Open(address)).Is(HttpStatusCode.OK);

    public async ValueTask DisposeAsync()
    {
        _readers.ForEach(r => r.Dispose());
        await House.DisposeAsync();
    }
}
