using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.Firms;

namespace Kosmopolit.Features.Demo;

/// <summary>What came of things in the demo world, as firms wrote it in their books, and who was asked by mail.</summary>
internal sealed class DemoLedger(IReadOnlyList<Firm> firms, DateTimeOffset now)
{
    private readonly Dice _dice = Dice.For("ledger");

    /// <param name="network">The members of one network.</param>
    /// <param name="done">What they did together.</param>
    /// <param name="shown">The member as whom one looks round; their firm's book has something in it.</param>
    public IReadOnlyList<Platform.Data.Entity> Build(IReadOnlySet<Guid> network, IReadOnlyList<Platform.Data.Entity> done, Guid shown)
    {
        var held = done.OfType<Activity>().Single(a => a.State == ActivityState.FollowedUp);
        var there = done.OfType<SignUp>()
            .Where(s => s.ActivityId == held.Id && s.MemberId is not null)
            .Select(s => s.MemberId!.Value)
            .ToList();
        var rows = new List<Platform.Data.Entity>();
        foreach (var member in there)
        {
            var ask = new LedgerAsk(held.Id, member, LedgerAsk.Waves[0], now.AddDays(-9));
            if (Of(member) is { } firm)
            {
                var entry = Entry(firm, member, _dice.Pick([DealStage.Contact, DealStage.Contact, DealStage.Offer]), "DE", 8, held.Id);
                ask.Say(entry.Deal.Stage, entry.Id, now.AddDays(-8));
                rows.Add(entry);
            }
            rows.Add(ask);
        }
        foreach (var firm in firms.Where(f => f.Today.Any(r => network.Contains(r.MemberId) && !there.Contains(r.MemberId))).Take(24))
            rows.Add(
                Entry(
                    firm,
                    firm.Today.First().MemberId,
                    _dice.Pick([DealStage.Contact, DealStage.Offer, DealStage.Contract]),
                    _dice.Pick(["IQ", "VN", "PL", "NO"]),
                    40 + _dice.Below(300),
                    null
                )
            );
        if (Of(shown) is { } own)
            rows.Add(Entry(own, shown, DealStage.Offer, "IQ", 20, null));
        return rows;
    }

    private Firm? Of(Guid member) => firms.FirstOrDefault(f => f.Today.Any(r => r.MemberId == member));

    private LedgerEntry Entry(Firm firm, Guid by, DealStage stage, string country, int daysAgo, Guid? activity)
    {
        var at = now.AddDays(-daysAgo);
        var band = _dice.Pick([ValueBand.Untold, ValueBand.UpTo50000, ValueBand.UpTo250000, ValueBand.UpToOneMillion]);
        return new LedgerEntry(
            firm.Id,
            new Deal(stage, country, band, DateOnly.FromDateTime(at.UtcDateTime), Evidence.Said, ActivityId: activity),
            by,
            at
        );
    }
}
